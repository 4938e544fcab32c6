package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretColumnsTest {
    private static final AwsTypes TYPES = AwsTypes.load();

    @ParameterizedTest
    @CsvSource({
        "aws_lambda_function, environment",
        "aws_redshift_cluster, pending_modified_values",
        "aws_emr_cluster, configurations",
        "aws_glue_job, non_overridable_arguments",
        "aws_glue_job, source_control_details",
        "aws_glue_job, code_gen_configuration_nodes"
    })
    void what_holds_secrets_has_no_column(String table, String column) {
        assertThat(TYPES.table(table).orElseThrow().columns().stream().map(Column::name))
                .isNotEmpty()
                .doesNotContain(column);
    }

    @ParameterizedTest
    @CsvSource({
        "aws_apigateway_rest_api, stages, variables MAP",
        "aws_glue_job, connection_details, spark_properties",
        "aws_route53_domain, registration, registrant_contact"
    })
    void what_holds_secrets_has_no_place_in_a_detail(String table, String column, String member) {
        assertThat(TYPES.table(table).orElseThrow().columns().stream()
                        .filter(one -> one.name().equals(column))
                        .map(Column::type))
                .singleElement()
                .asString()
                .doesNotContain(member);
    }
}
