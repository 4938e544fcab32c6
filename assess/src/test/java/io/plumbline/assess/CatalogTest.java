package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Runs the cases of every rule of the catalog; {@code -Drule=ID} runs those of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogTest {
    /** Rules that have their texts and not yet their SQL. This list only ever gets shorter. */
    private static final Set<String> UNFINISHED = Set.of(
            "account-contact-details",
            "account-security-contact",
            "account-security-questions",
            "alarm-cloudtrail-changes",
            "alarm-cmk-disable-delete",
            "alarm-config-changes",
            "alarm-console-auth-failures",
            "alarm-console-signin-no-mfa",
            "alarm-iam-policy-changes",
            "alarm-nacl-changes",
            "alarm-network-gateway-changes",
            "alarm-root-usage",
            "alarm-route-table-changes",
            "alarm-s3-policy-changes",
            "alarm-security-group-changes",
            "alarm-unauthorized-api",
            "alarm-vpc-changes",
            "cloudtrail-bucket-access-logging",
            "cloudtrail-bucket-not-public",
            "cloudtrail-cloudwatch-logs",
            "cloudtrail-kms",
            "cloudtrail-log-validation",
            "cloudtrail-multi-region",
            "config-all-regions",
            "ec2-instance-profile",
            "iam-access-key-rotation-90d",
            "iam-credentials-unused",
            "iam-no-access-key-at-user-setup",
            "iam-policy-no-full-admin",
            "iam-pwd-expiry-90d",
            "iam-pwd-lowercase",
            "iam-pwd-min-length-14",
            "iam-pwd-number",
            "iam-pwd-reuse-24",
            "iam-pwd-symbol",
            "iam-pwd-uppercase",
            "iam-root-avoid-use",
            "iam-root-mfa",
            "iam-root-mfa-hardware",
            "iam-root-no-access-key",
            "iam-support-role",
            "iam-user-no-direct-policies",
            "kms-cmk-rotation",
            "sg-no-public-rdp",
            "sg-no-public-ssh",
            "vpc-default-sg-closed",
            "vpc-peering-least-access");

    private final Schemas schemas = AwsTypes.load();
    private final Catalog catalog = Catalog.load(Optional.empty());
    private final CaseRunner runner = new CaseRunner(catalog, schemas);

    @AfterAll
    void close() {
        runner.close();
    }

    @TestFactory
    Stream<DynamicContainer> every_rule_does_what_its_cases_say() {
        Optional<String> only = Optional.ofNullable(System.getProperty("rule"));
        return catalog.rules().stream()
                .filter(Rule::finished)
                .filter(rule -> only.map(rule.id()::equals).orElse(true))
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.id(),
                        runner.run(rule).stream()
                                .map(result -> DynamicTest.dynamicTest(
                                        result.name(),
                                        () -> assertThat(result.problems())
                                                .as(rule.id() + ": " + result.name())
                                                .isEmpty()))));
    }

    @Test
    void the_list_of_unfinished_rules_is_true() {
        assertThat(catalog.rules().stream().filter(rule -> !rule.finished()).map(Rule::id))
                .isSubsetOf(UNFINISHED);
    }

    @Test
    void every_rule_is_in_a_framework() {
        Set<String> used = Set.copyOf(catalog.frameworks().stream()
                .flatMap(framework -> framework.controls().stream())
                .map(Framework.Control::rule)
                .toList());
        assertThat(catalog.rules()).extracting(Rule::id).allMatch(used::contains);
    }

    @Test
    void cis_1_2_has_49_controls_of_which_43_are_scored() {
        List<Framework.Control> controls = catalog.framework("cis-1.2").controls();
        assertThat(controls).hasSize(49);
        assertThat(controls).filteredOn(Framework.Control::scored).hasSize(43);
        assertThat(controls).filteredOn(control -> control.level() == 1).hasSize(36);
    }

    @Test
    void what_the_rules_need_can_be_collected() {
        try (Database database = Database.open()) {
            assertThat(catalog.needs(catalog.rules(), database, schemas))
                    .allSatisfy(need -> assertThat(schemas.table(need.table())).isPresent());
        }
    }
}
