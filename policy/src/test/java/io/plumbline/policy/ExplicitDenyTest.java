package io.plumbline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplicitDenyTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:alarms";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal': {'Service': 'cloudwatch.amazonaws.com'}, 'Action': 'sns:Publish', 'Resource': 'TOPIC'",
                "'Principal': {'Service': ['a.amazonaws.com', 'cloudwatch.amazonaws.com']}, 'Action': 'SNS:publish', 'Resource': '*'",
                "'Principal': '*', 'Action': '*', 'Resource': 'arn:aws:sns:*:*:alarm?'",
                "'Principal': {'AWS': '*'}, 'Action': 'sns:Pub*', 'Resource': '*'",
                "'NotPrincipal': {'AWS': '111122223333'}, 'Action': 'sns:*', 'Resource': '*'",
                "'Principal': '*', 'NotAction': 'sns:Subscribe', 'NotResource': 'arn:aws:sns:*:*:other'",
            })
    void an_unconditioned_deny_shuts_cloudwatch_out(String members) {
        assertThat(denies("'Effect': 'Deny', " + members)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect': 'Allow', 'Principal': '*', 'Action': 'sns:Publish', 'Resource': '*'",
                "'Effect': 'Deny', 'Principal': {'Service': 'events.amazonaws.com'}, 'Action': 'sns:Publish', 'Resource': '*'",
                "'Effect': 'Deny', 'Principal': {'AWS': '111122223333'}, 'Action': 'sns:Publish', 'Resource': '*'",
                "'Effect': 'Deny', 'NotPrincipal': {'Service': 'cloudwatch.amazonaws.com'}, 'Action': 'sns:Publish', 'Resource': '*'",
                "'Effect': 'Deny', 'Principal': '*', 'Action': 'sns:Subscribe', 'Resource': '*'",
                "'Effect': 'Deny', 'Principal': '*', 'NotAction': 'sns:Publish', 'Resource': '*'",
                "'Effect': 'Deny', 'Principal': '*', 'Action': 'sns:Publish', 'Resource': 'arn:aws:sns:*:*:other'",
                "'Effect': 'Deny', 'Principal': '*', 'Action': 'sns:Publish', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': 'false'}}",
                "'Effect': 'Deny', 'Action': 'sns:Publish', 'Resource': '*'",
            })
    void anything_else_does_not(String members) {
        assertThat(denies(members)).isFalse();
    }

    private static boolean denies(String members) {
        PolicyDocument document = Policies.of(members.replace('\'', '"').replace("TOPIC", TOPIC));
        return !ExplicitDeny.statements(document, "cloudwatch.amazonaws.com", "sns:Publish", TOPIC)
                .isEmpty();
    }
}
