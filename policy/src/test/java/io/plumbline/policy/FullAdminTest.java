package io.plumbline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullAdminTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action': '*', 'Resource': '*'",
                "'Action': '*:*', 'Resource': '*'",
                "'Action': '**:***', 'Resource': '**'",
                "'Action': ['s3:GetObject', '*'], 'Resource': ['arn:aws:s3:::mine', '*']",
                "'Action': '*', 'Resource': '*', 'Condition': {'Bool': {'aws:MultiFactorAuthPresent': 'true'}}",
            })
    void everything_on_everything_is_full_admin(String members) {
        assertThat(FullAdmin.statements(allow(members))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action': 's3:*', 'Resource': '*'",
                "'Action': '*', 'Resource': 'arn:aws:s3:::*'",
                "'Action': '*', 'Resource': '*:*'",
                "'Action': '*:*:*', 'Resource': '*'",
                "'Action': ':', 'Resource': '*'",
                "'Action': '', 'Resource': '*'",
                "'Action': '*:Get*', 'Resource': '*'",
                "'NotAction': 'iam:*', 'Resource': '*'",
                "'NotAction': '*', 'Resource': '*'",
                "'Action': '*', 'NotResource': 'arn:aws:s3:::mine'",
                "'Action': '*', 'NotResource': '*'",
                "'Action': '*'",
                "'Resource': '*'",
                "'Action': [], 'Resource': '*'",
            })
    void anything_less_is_not(String members) {
        assertThat(FullAdmin.statements(allow(members))).isEmpty();
    }

    @Test
    void element_names_have_a_case() {
        assertThat(FullAdmin.statements(Policies.document(
                        "{\"Statement\": {\"Effect\": \"Allow\", \"action\": \"*\", \"Resource\": \"*\"}}")))
                .isEmpty();
        assertThat(FullAdmin.statements(Policies.document(
                        "{\"Statement\": {\"effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}")))
                .isEmpty();
    }

    @Test
    void a_deny_grants_nothing_and_takes_nothing_back() {
        PolicyDocument document = Policies.document("""
                {"Statement": [
                  {"Effect": "Deny", "Action": "*", "Resource": "*"},
                  {"Sid": "all", "Effect": "Allow", "Action": "*", "Resource": "*"}]}""");
        assertThat(FullAdmin.statements(document)).extracting(Statement::label).containsExactly("all");
        assertThat(FullAdmin.statements(document)).extracting(Statement::index).containsExactly(1);
    }

    @Test
    void a_condition_is_told() {
        assertThat(FullAdmin.statements(
                        allow("'Action': '*', 'Resource': '*', 'Condition': {'Bool': {'a:b': 'true'}}")))
                .extracting(Statement::conditioned)
                .containsExactly(true);
        assertThat(FullAdmin.statements(allow("'Action': '*', 'Resource': '*', 'Condition': {}")))
                .extracting(Statement::conditioned)
                .containsExactly(false);
    }

    private static PolicyDocument allow(String members) {
        return Policies.of("'Effect': 'Allow', ".concat(members).replace('\'', '"'));
    }
}
