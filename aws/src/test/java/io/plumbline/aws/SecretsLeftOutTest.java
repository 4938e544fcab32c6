package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.TableSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** What people keep secrets in does not reach a row; what tells that it is there does. */
class SecretsLeftOutTest {
    private static final AwsTypes TYPES = AwsTypes.load();
    private static final String SECRET = "canary";

    private static void assertClean(SdkPojo row, String... kept) {
        assertThat(row.toString()).doesNotContain(SECRET).contains(kept);
    }

    @Test
    void a_build_project_keeps_names_of_variables_and_references_to_stores() {
        Project project = Project.builder()
                .source(source -> source.location("https://robot:canary@git.plumb.example/a.git")
                        .buildspec("version: 0.2\nenv: {variables: {KEY: canary}}"))
                .secondarySources(source -> source.buildspec("ci/build.yaml"))
                .webhook(hook -> hook.secret(SECRET).branchFilter("main"))
                .environment(environment -> environment.environmentVariables(
                        variable -> variable.name("PLAIN").value(SECRET).type(EnvironmentVariableType.PLAINTEXT),
                        variable -> variable.name("UNTYPED").value(SECRET),
                        variable -> variable.name("STORED")
                                .value("/path/to/parameter")
                                .type(EnvironmentVariableType.PARAMETER_STORE)))
                .build();
        assertClean(
                CodebuildSecrets.without(project),
                "https://removed@git.plumb.example/a.git",
                "ci/build.yaml",
                "PLAIN",
                "UNTYPED",
                "/path/to/parameter");
    }

    @Test
    void an_empty_build_project_stays_as_it_is() {
        Project project = Project.builder().name("empty").build();
        assertThat(CodebuildSecrets.without(project).name()).isEqualTo("empty");
    }

    @Test
    void a_task_definition_keeps_names_of_variables_and_harmless_options() {
        TaskDefinition definition = TaskDefinition.builder()
                .containerDefinitions(container -> container
                        .environment(
                                variable -> variable.name("DATABASE_PASSWORD").value(SECRET))
                        .logConfiguration(logs -> logs.options(Map.of("splunk-token", SECRET)))
                        .firelensConfiguration(firelens -> firelens.options(Map.of("http-apikey", SECRET, "a", "b"))))
                .build();
        assertClean(EcsSecrets.without(definition), "DATABASE_PASSWORD");
    }

    @Test
    void a_service_keeps_no_token_of_a_log_driver() {
        Service service = Service.builder()
                .deployments(Deployment.builder()
                        .serviceConnectConfiguration(connect -> connect.logConfiguration(logs ->
                                logs.options(Map.of("splunk-token", SECRET, "splunk-url", "https://plumb.example"))))
                        .build())
                .build();
        assertClean(EcsSecrets.without(service), "https://plumb.example");
    }

    @Test
    void a_listener_keeps_no_client_secret() {
        Listener listener = Listener.builder()
                .defaultActions(action -> action.authenticateOidcConfig(
                        oidc -> oidc.clientId("crew").clientSecret(SECRET)))
                .build();
        assertThat(ElbSecrets.without(listener).defaultActions().getFirst().authenticateOidcConfig())
                .satisfies(oidc -> assertThat(oidc.clientSecret()).isNull())
                .satisfies(oidc -> assertThat(oidc.clientId()).isEqualTo("crew"));
    }

    @Test
    void a_delivery_stream_keeps_no_token_and_no_value_that_goes_with_requests() {
        DeliveryStreamDescription stream = DeliveryStreamDescription.builder()
                .destinations(
                        destination -> destination.splunkDestinationDescription(
                                splunk -> splunk.hecToken(SECRET).hecEndpoint("https://plumb.example")),
                        destination -> destination.httpEndpointDestinationDescription(
                                http -> http.requestConfiguration(request -> request.commonAttributes(attribute ->
                                        attribute.attributeName("key").attributeValue(SECRET)))))
                .build();
        assertClean(FirehoseSecrets.without(stream), "https://plumb.example");
    }

    @Test
    void a_database_keeps_no_password_that_waits() {
        DBInstance instance = DBInstance.builder()
                .pendingModifiedValues(
                        pending -> pending.masterUserPassword(SECRET).allocatedStorage(20))
                .build();
        assertThat(RdsEngines.withoutPassword(instance).pendingModifiedValues())
                .satisfies(pending -> assertThat(pending.masterUserPassword()).isNull())
                .satisfies(pending -> assertThat(pending.allocatedStorage()).isEqualTo(20));
    }

    @ParameterizedTest
    @CsvSource({
        "aws_cloudformation_stack, parameters",
        "aws_cloudformation_stack, outputs",
        "aws_cloudformation_stack, template_body",
        "aws_autoscaling_group, user_data",
        "aws_apigatewayv2_api, stage_variables",
        "aws_workspaces_workspace, registration_code",
    })
    void a_member_that_holds_secrets_has_neither_a_column_nor_a_field(String table, String member) {
        TableSchema schema = TYPES.table(table).orElseThrow();
        assertThat(schema.columns().stream().map(Column::name)).doesNotContain(member);
        assertThat(schema.columns().stream().map(Column::type))
                .noneMatch(type -> type.contains(member + "\" ") || type.contains(" " + member + " "));
    }
}
