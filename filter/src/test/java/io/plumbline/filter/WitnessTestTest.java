package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.AccountId;
import io.plumbline.model.BadInput;
import io.plumbline.model.Partition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTestTest {
    private final Witnesses witnesses = Witnesses.load();
    private final WitnessTest test = new WitnessTest(witnesses);
    private final EvaluatedAccount account =
            witnesses.defaultAccount(new AccountId("111122223333"), new Partition("aws"));

    @Test
    void every_control_has_witnesses() {
        assertThat(witnesses.controls())
                .containsExactly(
                        "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13",
                        "3.14");
        assertThat(witnesses.controls()).allSatisfy(control -> {
            assertThat(witnesses.positives(control, true)).isNotEmpty();
            assertThat(witnesses.negatives(control)).isNotEmpty();
        });
        assertThat(witnesses.eventSources("3.7")).containsExactly("kms.amazonaws.com");
        assertThat(witnesses.eventSources("3.1")).contains("kms.amazonaws.com");
        assertThat(witnesses.eventSources("3.4")).containsExactly("iam.amazonaws.com");
        assertThatThrownBy(() -> witnesses.canonical("9.9"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'9.9'")
                .hasMessageContaining("3.14");
    }

    @ParameterizedTest
    @CsvSource({
        "aws, us-east-1, eu-west-3",
        "aws-us-gov, us-gov-west-1, us-gov-east-1",
        "aws-cn, cn-north-1, cn-northwest-1",
        "aws-iso, us-iso-east-1, us-iso-east-1"
    })
    void the_canonical_patterns_satisfy_in_every_partition(String partition, String region, String otherRegion) {
        EvaluatedAccount elsewhere = witnesses.defaultAccount(new AccountId("444455556666"), new Partition(partition));
        assertThat(elsewhere.region()).isEqualTo(region);
        assertThat(elsewhere.otherRegion()).isEqualTo(otherRegion);
        assertThat(witnesses.controls())
                .allSatisfy(control -> assertThat(test.check(control, witnesses.canonical(control), elsewhere, true))
                        .extracting(FilterVerdict::satisfied)
                        .isEqualTo(Answer.TRUE));
    }

    @Test
    void witnesses_are_those_of_the_account() {
        EvaluatedAccount mine = EvaluatedAccount.of(
                new AccountId("444455556666"), new Partition("aws-cn"), List.of("cn-northwest-1", "cn-north-1"));
        assertThat(witnesses.positives("3.7", true)).allSatisfy(witness -> {
            assertThat(witness.in(mine).text())
                    .contains("444455556666", "arn:aws-cn:")
                    .doesNotContain("${");
        });
        assertThat(witnesses.positives("3.4", true))
                .allSatisfy(witness -> assertThat(witness.in(mine).text()).contains("\"awsRegion\":\"cn-north-1\""));
    }

    @Test
    void the_regions_of_an_account_are_its_home_and_one_more() {
        AccountId id = new AccountId("444455556666");
        Partition aws = new Partition("aws");
        assertThat(EvaluatedAccount.of(id, aws, List.of("eu-west-1", "us-east-1", "ap-south-1")))
                .isEqualTo(new EvaluatedAccount(id, aws, "us-east-1", "ap-south-1", "us-east-1"));
        assertThat(EvaluatedAccount.of(id, aws, List.of("eu-west-1")))
                .isEqualTo(new EvaluatedAccount(id, aws, "eu-west-1", "eu-west-1", "us-east-1"));
        assertThat(EvaluatedAccount.of(id, aws, List.of()))
                .isEqualTo(new EvaluatedAccount(id, aws, "us-east-1", "us-east-1", "us-east-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "3.5 => { $.recipientAccountId = \"444455556666\" && $.eventSource = cloudtrail.amazonaws.com } => FALSE",
                "3.5 => { $.eventSource = cloudtrail.amazonaws.com && $.readOnly IS FALSE } => TRUE",
                "3.4 => { $.eventName = *Policy* && $.awsRegion = us-east-1 } => TRUE",
                "3.7 => { $.eventSource = kms.amazonaws.com && $.eventName = %^DisableKey$|^ScheduleKeyDeletion$% } => TRUE",
                "3.2 => { $.eventName = ConsoleLogin && $.additionalEventData.MFAUsed != Yes && $.userIdentity.type = IAMUser && $.responseElements.ConsoleLogin = Success } => TRUE",
                "3.2 => { $.eventName = ConsoleLogin } => FALSE",
                "3.2 => { $.eventName = ConsoleLogin && $.additionalEventData.MFAUsed != Yes && $.additionalEventData.SamlProviderArn NOT EXISTS } => TRUE",
                "3.2 => { $.eventName = ConsoleLogin && $.additionalEventData.MFAUsed != Yes && $.additionalEventData.SamlProviderArn != \"*\" } => UNKNOWN",
                "3.1 => { ($.errorCode = \"*UnauthorizedOperation\" || $.errorCode = \"AccessDenied*\") && $.sourceIPAddress != \"delivery.logs.amazonaws.com\" && $.eventName != HeadBucket } => TRUE",
                "3.1 => { $.errorCode = \"*\" } => FALSE",
                "3.1 => ?AccessDenied ?UnauthorizedOperation => UNKNOWN",
                "3.1 => %AccessDenied|UnauthorizedOperation% => TRUE",
                "3.6 => ConsoleLogin \"Failed authentication\" => TRUE",
                "3.6 => { $.eventName = ConsoleLogin && $.errorMessage = \"*\" } => TRUE",
                "3.13 => ?CreateRoute ?CreateRouteTable ?ReplaceRoute ?ReplaceRouteTableAssociation ?DeleteRouteTable ?DeleteRoute ?DisassociateRouteTable => TRUE",
                "3.13 => ?CreateRouteTable ?ReplaceRoute ?ReplaceRouteTableAssociation ?DeleteRouteTable ?DeleteRoute ?DisassociateRouteTable => FALSE",
                "3.13 => ?CreateRoute ?ReplaceRoute ?ReplaceRouteTableAssociation ?DeleteRouteTable ?DeleteRoute ?DisassociateRouteTable => UNKNOWN",
                "3.13 => [a, b] => UNKNOWN",
                "3.13 => { $.* = x } => UNKNOWN",
                "3.13 => { $.eventName = } => FALSE",
                "3.13 => \" \" => FALSE",
            })
    void patterns_are_judged_by_what_they_match(String control, String pattern, Answer expected) {
        FilterVerdict verdict = test.check(control, pattern, account, false);
        assertThat(verdict.satisfied()).as(verdict.reason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{ $.eventName = \"*\" }", "{ $.eventSource = \"*\" && $.eventID = \"*\" }"})
    void a_filter_that_matches_all_is_too_broad_but_misses_nothing(String pattern) {
        FilterVerdict verdict = test.check("3.4", pattern, account, false);
        assertThat(verdict.satisfied()).isEqualTo(Answer.FALSE);
        assertThat(verdict.missing()).isEmpty();
        assertThat(verdict.matchesTooMuch()).containsExactly("DescribeInstances", "GetObject", "GetUser");
        assertThat(verdict.reason()).isEqualTo("also matches DescribeInstances, GetObject, GetUser");
    }

    @Test
    void a_narrowed_filter_names_the_events_and_says_that_some_callers_are_left_out() {
        FilterVerdict verdict = test.check(
                "3.7",
                "{ $.eventSource = kms.amazonaws.com && ($.eventName = DisableKey || $.eventName = ScheduleKeyDeletion)"
                        + " && $.userIdentity.type = IAMUser }",
                account,
                false);
        assertThat(verdict.missing()).containsExactly("DisableKey", "ScheduleKeyDeletion");
        assertThat(verdict.reason())
                .isEqualTo("does not match DisableKey, ScheduleKeyDeletion;"
                        + " matches only some callers or regions of DisableKey, ScheduleKeyDeletion");
    }

    @Test
    void cases_have_readable_names() {
        assertThat(test.check("3.1", "{ $.a = b }", account, false).missing())
                .containsExactly(
                        "Client.UnauthorizedOperation (ec2 RunInstances)",
                        "UnauthorizedOperation (ec2 DescribeVpcs)",
                        "AccessDenied (iam CreateUser)",
                        "AccessDeniedException (kms Decrypt)",
                        "AccessDenied (s3 PutBucketPolicy)");
        assertThat(test.check("3.2", "{ $.a = b }", account, false).missing())
                .containsExactly("ConsoleLogin without MFA");
        assertThat(test.check("3.3", "{ $.a = b }", account, false).missing())
                .containsExactly("root CreateUser", "root ListBuckets", "root ConsoleLogin");
        assertThat(test.check("3.6", "{ $.a = b }", account, false).missing())
                .containsExactly("failed ConsoleLogin without MFA", "failed ConsoleLogin with MFA");
        assertThat(test.check("3.2", "{ $.eventName = ConsoleLogin }", account, false)
                        .matchesTooMuch())
                .containsExactly("ConsoleLogin with MFA");
    }

    @Test
    void retired_events_count_only_if_asked_for() {
        String pattern = witnesses.canonical("3.14").replaceAll(" \\|\\| \\(\\$\\.eventName = \\w*Classic\\w*\\)", "");
        assertThat(pattern).doesNotContain("Classic");
        assertThat(test.check("3.14", pattern, account, false).satisfied()).isEqualTo(Answer.TRUE);
        assertThat(test.check("3.14", pattern, account, true).missing())
                .containsExactly(
                        "AttachClassicLinkVpc",
                        "DetachClassicLinkVpc",
                        "DisableVpcClassicLink",
                        "EnableVpcClassicLink");
    }

    @Test
    void service_events_of_root_are_a_warning() {
        String unguarded = "{ $.userIdentity.type = Root && $.userIdentity.invokedBy NOT EXISTS }";
        assertThat(test.check("3.3", unguarded, account, false))
                .returns(Answer.TRUE, FilterVerdict::satisfied)
                .returns(List.of("also matches root RotateKey by AWS itself"), FilterVerdict::warnings);
        assertThat(test.check("3.3", witnesses.canonical("3.3"), account, false).warnings())
                .isEmpty();
    }

    @Test
    void a_security_group_filter_without_rule_modifications_is_a_warning() {
        assertThat(test.check("3.10", witnesses.canonical("3.10"), account, false))
                .returns(Answer.TRUE, FilterVerdict::satisfied)
                .returns(
                        List.of("does not match, though the benchmark does not ask for it, ModifySecurityGroupRules"),
                        FilterVerdict::warnings);
        String more = witnesses.canonical("3.10").replace(" }", " || $.eventName = ModifySecurityGroupRules }");
        assertThat(test.check("3.10", more, account, false).warnings()).isEmpty();
    }

    @Test
    void a_syntax_error_never_satisfies() {
        FilterVerdict verdict = test.check("3.5", "{ $.eventName = }", account, false);
        assertThat(verdict.satisfied()).isEqualTo(Answer.FALSE);
        assertThat(verdict.parseError()).get().asString().startsWith("syntax error at character 17");
        assertThat(verdict.reason()).isEqualTo(verdict.parseError().orElseThrow());
    }

    @Test
    void an_unsupported_style_leaves_everything_open() {
        FilterVerdict verdict = test.check("3.5", "?CreateTrail StopLogging", account, false);
        assertThat(verdict.satisfied()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo("unsupported style: optional terms mixed with others");
        assertThat(verdict.missing()).isEmpty();
        assertThat(verdict.unsure())
                .containsExactly("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging");
    }

    @Test
    void an_open_question_is_told_with_what_it_affects() {
        FilterVerdict verdict =
                test.check("3.5", "{ $.eventName = \"*e*Trail\" || $.eventName = St*Logging }", account, false);
        assertThat(verdict.satisfied()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.reason())
                .isEqualTo("it is open whether an asterisk inside a value is a wildcard:"
                        + " CreateTrail, UpdateTrail, DeleteTrail, StartLogging, StopLogging");
    }

    @Test
    void a_filter_that_fails_under_every_reading_fails() {
        // Read as a wildcard it matches LookupEvents as well; read literally it matches nothing.
        FilterVerdict verdict =
                test.check("3.5", "{ $.eventName = \"*o*\" || $.eventName = \"*r*i*\" }", account, false);
        assertThat(verdict.satisfied()).isEqualTo(Answer.FALSE);
        FilterVerdict everything = test.check("3.5", "{ $.eventSource = cloudtrail*com }", account, false);
        assertThat(everything.satisfied()).isEqualTo(Answer.FALSE);
        assertThat(everything.unsure()).isNotEmpty();
        assertThat(everything.reason()).contains("may not match CreateTrail", "also matches LookupEvents");
    }
}
