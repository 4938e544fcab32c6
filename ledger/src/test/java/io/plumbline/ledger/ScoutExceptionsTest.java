package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.Waiver;
import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ScoutSuite's exceptions: what is carried over, and that nothing more is. */
class ScoutExceptionsTest {
    private static final String ACCOUNT = "111122223333";
    private static final ImportTerms TERMS =
            new ImportTerms("accepted in ScoutSuite", "ana", "bob", Instant.parse("2027-01-01T00:00:00Z"));

    private static Translation translate(String text) {
        return ScoutExceptions.translate("exceptions.json", text, ACCOUNT, TERMS);
    }

    private static Waiver.Scope scope(List<String> regions, List<String> arns) {
        return new Waiver.Scope(List.of(ACCOUNT), List.of(), regions, arns, Map.of());
    }

    @Test
    void paths_become_scopes_of_the_account_that_the_report_is_of() {
        Translation translation = translate("""
                exceptions =
                {"iam": {"iam-root-account-no-mfa": ["iam.credential_reports.root.mfa_active"]},
                 "config": {"config-recorder-not-configured": ["config.regions.eu-west-1.NotConfigured"]},
                 "kms": {"kms-cmk-rotation-disabled.json": ["kms.regions.eu-west-1.keys.1234-abcd.rotation_enabled"]},
                 "ec2": {"ec2-default-security-group-with-rules": ["ec2.regions.eu-west-1.vpcs.vpc-1.security_groups.sg-1.default_with_rules"]}}
                """);
        assertThat(translation.skipped()).isEmpty();
        assertThat(translation.waivers())
                .extracting(waiver -> waiver.rules().getFirst(), Waiver::scope)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("iam-root-mfa", scope(List.of(), List.of())),
                        org.assertj.core.groups.Tuple.tuple(
                                "config-all-regions", scope(List.of("eu-west-1"), List.of())),
                        org.assertj.core.groups.Tuple.tuple(
                                "kms-cmk-rotation", scope(List.of(), List.of("*:key/1234-abcd"))),
                        org.assertj.core.groups.Tuple.tuple(
                                "vpc-default-sg-closed", scope(List.of(), List.of("*:security-group/sg-1"))));
    }

    @Test
    void a_path_that_goes_further_down_than_our_unit_is_not_carried_over() {
        Translation translation = translate("""
                {"ec2": {"ec2-security-group-opens-SSH-port-to-all": ["ec2.regions.r.vpcs.v.security_groups.sg-1.rules.ingress.protocols.TCP.ports.22.cidrs.0.CIDR"],
                         "ec2-default-security-group-with-rules": ["ec2.regions.r.vpcs.v.security_groups.sg-1.rules.ingress.protocols.TCP"]},
                 "iam": {"iam-password-policy-no-expiration": ["iam.password_policy.ExpirePasswords"]}}
                """);
        assertThat(translation.waivers()).isEmpty();
        assertThat(translation.skipped())
                .extracting(ImportReport.Skipped::why)
                .satisfiesExactlyInAnyOrder(
                        why -> assertThat(why).contains("no rule of ours judges just what its paths name"),
                        why -> assertThat(why).contains("does not name just what vpc-default-sg-closed judges"),
                        why -> assertThat(why).contains("also judges what iam-password-policy-expiration-threshold"));
    }

    @Test
    void what_is_no_such_file_is_refused() {
        for (String text :
                List.of("", "[]", "{\"a\": []}", "{\"a\": {\"b\": {}}}", "{\"a\": {\"b\": [[]]}}", "{} {}")) {
            assertThatThrownBy(() -> translate(text)).as(text).isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> ScoutExceptions.translate("e.json", "{}", "12", TERMS))
                .hasMessage("'12' is no account id; it has twelve digits.");
        assertThat(translate("{}").waivers()).isEmpty();
    }
}
