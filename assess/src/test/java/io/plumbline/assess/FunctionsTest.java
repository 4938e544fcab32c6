package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rule authors may call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionsTest {
    private final Database database = Database.open();

    FunctionsTest() {
        Functions.register(database);
        Functions.register(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void every_function_says_what_it_does() {
        assertThat(Functions.all()).allSatisfy(function -> {
            assertThat(function.description()).endsWith(".");
            assertThat(function.macro()).startsWith(function.name() + "(");
            assertThat(database.number(
                            "select count(*) from duckdb_functions() where function_name = '" + function.name() + "'"))
                    .isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '^',
            nullValues = "NULL",
            value = {
                "instant_text('2026-06-30 12:00:00+02'::timestamptz) ¦ 2026-06-30T10:00:00Z",
                "report_date('2015-04-22T23:05:11+00:00') ¦ 2015-04-22 23:05:11+00",
                "report_date('N/A') ¦ NULL",
                "report_date('no_information') ¦ NULL",
                "report_date('') ¦ NULL",
                "days_between('2026-01-01T00:00:00Z'::timestamptz, '2026-01-02T12:00:00Z'::timestamptz) ¦ 1.5",
                "arn_account('arn:aws:iam::111122223333:user/a') ¦ 111122223333",
                "arn_region('arn:aws:iam::111122223333:user/a') ¦ NULL",
                "full_admin_statements('{\"Statement\": {\"Sid\": \"All\", \"Effect\": \"Allow\", \"Action\": [\"*\"], \"Resource\": \"*\"}}') ¦ [{\"statement\":\"All\",\"index\":0,\"conditioned\":false}]",
                "full_admin_statements('{\"Statement\": []}') ¦ []",
                "full_admin_statements('no policy') ¦ NULL",
                "full_admin_statements(null) ¦ NULL",
                "policy_problem('{\"Statement\": []}') ¦ NULL",
                "policy_problem('no policy') is not null ¦ true",
                "json_array_length(public_statements('{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}}')) ¦ 1",
                "public_statements('{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"111122223333\"}, \"Action\": \"*\", \"Resource\": \"*\"}}') ¦ []",
                "denying_statements('{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"sns:*\", \"Resource\": \"*\"}}', 'cloudwatch.amazonaws.com', 'sns:Publish', 't') ¦ [statement 0]",
                "covers_internet(['0.0.0.0/1', 'no block', '128.0.0.0/1']) ¦ ipv4",
                "covers_internet(['0.0.0.0/0', '::/0']) ¦ both",
                "covers_internet(['::/0']) ¦ ipv6",
                "covers_internet(['10.0.0.0/8']) ¦ NULL",
                "covers_internet([]) ¦ NULL",
                "cidr_relation('10.0.0.0/8', '10.1.0.0/16') ¦ wider",
                "cidr_covers('10.0.0.0/8', '10.1.0.0/16') ¦ true",
                "cidr_covers('10.0.0.0/8', 'x') ¦ NULL",
                "cidr_overlaps('10.0.0.0/8', '11.0.0.0/16') ¦ false",
                "filter_check('3.3', ['{ $.eventName = x }'], '111122223333', 'aws', ['us-east-1'], false)->>'satisfied' ¦ false",
                "filter_check('3.1', ['{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }'], '111122223333', 'aws', ['us-east-1'], false)->>'satisfied' ¦ true",
                "filter_check('3.1', [], '111122223333', 'aws', [], false)->>'satisfied' ¦ false",
                "control_event_sources('3.7') ¦ [kms.amazonaws.com]",
                "filter_leaves_out(null, '111122223333', ['eu-west-1']) ¦ []",
                "filter_leaves_out('@aws.region = \"eu-west-1\"', '111122223333', ['eu-west-1', 'us-east-1']) ¦ [us-east-1]",
                "filter_leaves_out('nonsense', '111122223333', ['eu-west-1']) ¦ NULL",
                "alarm_rule_tells('ALARM(a) OR ALARM(b)', 'a') ¦ true",
                "alarm_rule_tells('ALARM(a) AND ALARM(b)', 'a') ¦ false",
                "alarm_rule_tells('((', 'a') ¦ NULL",
                "alarm_queries_watch([{'id': 'm1', 'expression': null, 'return_data': true, 'metric_stat': {'metric': {'namespace': 'N', 'metric_name': 'M'}}}], 'N', 'M')->>'through' ¦ metric",
                "alarm_queries_watch([{'id': 'm1', 'expression': null, 'return_data': true, 'metric_stat': {'metric': {'namespace': 'N', 'metric_name': 'M'}}}], 'N', 'Other')->>'watches' ¦ false",
                "alarm_queries_watch([{'id': 'q1', 'expression': 'SELECT SUM(M) FROM \"N\" GROUP BY a', 'return_data': true}], 'N', 'M')->>'grouped' ¦ true",
                "alarm_queries_watch(null, 'N', 'M') ¦ NULL",
            })
    void functions_answer(String expression, String expected) {
        assertThat(database.query(
                                "select (" + expression + ")::varchar",
                                row -> java.util.Optional.ofNullable(row.getString(1)))
                        .getFirst())
                .isEqualTo(java.util.Optional.ofNullable(expected));
    }

    @Test
    void a_function_is_asked_by_many_rows_at_once() {
        assertThat(
                        database.number(
                                "select count(*) from range(200000) x(i) where cidr_overlaps('10.' || (i % 200) || '.0.0/16', '10.3.0.0/16')"))
                .isEqualTo(1000);
    }
}
