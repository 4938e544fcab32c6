package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import io.plumbline.assess.Waiver;
import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prowler's mute lists: what is carried over, and that nothing more is. */
class MutelistImportTest {
    private static final ImportTerms TERMS =
            new ImportTerms("muted in Prowler", "ana", "bob", Instant.parse("2027-01-01T00:00:00Z"));

    private static Translation translate(String account, String check, String rest) {
        return MutelistImport.translate(
                "mutelist.yaml",
                "Mutelist: {Accounts: {'" + account + "': {Checks: {'" + check + "': {" + rest + "}}}}}",
                TERMS);
    }

    private static Translation of(String check, String rest) {
        return translate("111122223333", check, rest);
    }

    private static String why(Translation translation) {
        assertThat(translation.waivers()).isEmpty();
        assertThat(translation.skipped()).isNotEmpty();
        return translation.skipped().getFirst().why();
    }

    private static List<String> rules(Translation translation) {
        return translation.waivers().stream()
                .flatMap(waiver -> waiver.rules().stream())
                .toList();
    }

    @Test
    void an_entry_becomes_an_exception_with_what_prowler_does_not_say() {
        Translation translation = of(
                "kms_cmk_rotation_enabled",
                "Regions: [eu-west-1], Resources: ['*'], Tags: ['env=dev|env=test', 'team=a']");
        assertThat(translation.skipped()).isEmpty();
        assertThat(translation.waivers())
                .containsExactly(new Waiver(
                        "#111122223333 kms_cmk_rotation_enabled kms-cmk-rotation",
                        List.of("kms-cmk-rotation"),
                        new Waiver.Scope(
                                List.of("111122223333"),
                                List.of(),
                                List.of("eu-west-1"),
                                List.of(),
                                Map.of("env", List.of("dev", "test"), "team", List.of("a"))),
                        "muted in Prowler",
                        "ana",
                        "bob",
                        TERMS.expires()));
    }

    @ParameterizedTest
    @CsvSource({
        "kms_cmk_rotation_enabled, 1234-abcd, *:key/*1234-abcd*",
        "kms_cmk_rotation_enabled, ^1234-abcd$, *:key/1234-abcd",
        "vpc_flow_logs_enabled, ^vpc-0.*, *:vpc/vpc-0*",
        "cloudtrail_kms_encryption_enabled, dev-*, *:trail/*dev-*",
        "cloudtrail_kms_encryption_enabled, ^a.*z$, *:trail/a*z",
        "iam_user_mfa_enabled_console_access, alice, *:user/alice;*:user/*/alice",
    })
    void a_resource_is_a_part_of_our_units_arn(String check, String resource, String arns) {
        Translation translation = of(check, "Regions: ['*'], Resources: ['" + resource + "']");
        assertThat(translation.waivers().getFirst().scope().arns()).containsExactly(arns.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "s3_bucket_kms_encryption # Regions: ['*'], Resources: ['*'] # no rule of ours says what this check says",
                "kms_(a|b) # Regions: ['*'], Resources: ['*'] # cannot be said with stars",
                "iam_user_accesskey_unused # Regions: ['*'], Resources: ['*'] # also judges what iam_user_console_access_unused judges",
                "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22 # Regions: ['*'], Resources: ['*'] # ec2_securitygroup_allow_ingress_from_internet_to_all_ports",
                "iam_user_mfa_enabled_console_access # Regions: ['*'], Resources: ['dev-.*'] # would also match paths",
                "iam_user_mfa_enabled_console_access # Regions: [us-east-1], Resources: ['*'] # is in no region",
                "kms_cmk_rotation_enabled # Regions: ['eu-.*'], Resources: ['*'] # Regions are patterns",
                "kms_cmk_rotation_enabled # Resources: ['*'] # it has no Regions",
                "kms_cmk_rotation_enabled # Regions: ['*'] # it has no Resources",
                "kms_cmk_rotation_enabled # Regions: ['*'], Resources: ['[0-9]+'] # cannot be said with stars",
                "kms_cmk_rotation_enabled # Regions: ['*'], Resources: ['arn:aws:kms:x'] # is no name or id",
                "kms_cmk_rotation_enabled # Regions: ['*'], Resources: ['*'], Tags: ['env=dev|team=a'] # one of several keys",
                "kms_cmk_rotation_enabled # Regions: ['*'], Resources: ['*'], Tags: ['env=.*'] # is a pattern",
                "kms_cmk_rotation_enabled # Regions: ['*'], Resources: ['*'], Exceptions: {Regions: [eu-west-1]} # it has Exceptions",
                "cloudtrail_logs_s3_bucket_access_logging_enabled # Regions: ['*'], Resources: [trail] # is not what cloudtrail-bucket-access-logging judges",
            })
    void what_cannot_be_said_is_not_carried_over(String check, String rest, String message) {
        assertThat(why(of(check, rest))).contains(message);
    }

    @Test
    void a_rule_is_muted_where_all_its_checks_are() {
        Translation both = MutelistImport.translate("mutelist.yaml", """
                Mutelist:
                  Accounts:
                    "111122223333":
                      Checks:
                        iam_user_accesskey_unused: {Regions: ["*"], Resources: [alice]}
                        iam_user_console_access_unused: {Regions: ["*"], Resources: [alice]}
                """, TERMS);
        assertThat(rules(both)).containsExactly("iam-credentials-unused");
        assertThat(rules(of("iam_password_policy_*", "Regions: ['*'], Resources: ['*']")))
                .hasSize(7)
                .allMatch(rule -> rule.startsWith("iam-pwd-"));
    }

    @Test
    void nothing_is_muted_everywhere() {
        assertThat(why(translate("*", "kms_cmk_rotation_enabled", "Regions: ['*'], Resources: ['*']")))
                .contains("mutes kms-cmk-rotation everywhere");
        assertThat(translate("*", "kms_cmk_rotation_enabled", "Regions: [eu-west-1], Resources: ['*']")
                        .waivers())
                .hasSize(1);
        assertThat(why(translate("11112222.*", "kms_cmk_rotation_enabled", "Regions: ['*'], Resources: ['*']")))
                .contains("no account id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "Mutelist: {}",
                "Mutelist: {Accounts: [a]}",
                "a: b: c",
                "Mutelist: 1",
                "Mutelist: {Accounts: {'*': {Checks: {a: {Regions: eu-west-1}}}}}",
                "Mutelist: &a {Accounts: {'*': {Checks: {'*': {Regions: [*a]}}}}}",
                "Mutelist: {}\nMutelist: {}"
            })
    void what_is_no_mute_list_is_refused(String text) {
        assertThatThrownBy(() -> MutelistImport.translate("mutelist.yaml", text, TERMS))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("mutelist.yaml");
    }

    @Test
    void the_tables_name_rules_that_exist() {
        List<String> rules =
                Catalog.load(Optional.empty()).rules().stream().map(Rule::id).toList();
        assertThat(ForeignRules.of("prowler.csv").entries())
                .extracting(ForeignRules.Entry::rule)
                .doesNotHaveDuplicates()
                .isSubsetOf(rules);
        assertThat(ForeignRules.of("scoutsuite.csv").entries())
                .extracting(ForeignRules.Entry::rule)
                .doesNotHaveDuplicates()
                .isSubsetOf(rules);
    }
}
