package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.directory.model.DirectoryDescription;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a row holds of a place where people keep secrets; that each table's seals cover its secrets is EveryTypeTest's to say. */
class SealTest {
    private static <R> JsonNode written(Shape<R> shape, R value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            shape.writeValue(json, value);
        }
        return JsonMapper.shared().readTree(out.toString());
    }

    private static JsonNode sealed(JsonNode text) {
        return JsonMapper.shared().readTree(text.asString());
    }

    @Test
    void a_variable_keeps_its_name_its_hash_and_what_it_looks_like() {
        Shape<FunctionConfiguration> shape =
                Shape.of(FunctionConfiguration::builder).sealing(Seal.all("Environment.Variables"));
        FunctionConfiguration function = FunctionConfiguration.builder()
                .functionName("f")
                .environment(
                        environment -> environment.variables(Map.of("DB_PASSWORD", "hunter2xyz", "LEVEL", "debug")))
                .build();
        JsonNode row = written(shape, function);
        assertThat(row.toString()).doesNotContain("hunter2xyz", "debug");
        assertThat(row.get("function_name").asString()).isEqualTo("f");
        JsonNode password = sealed(row.at("/environment/variables/DB_PASSWORD"));
        assertThat(password.get("length").asInt()).isEqualTo(10);
        assertThat(password.get("looks_like").asString()).contains("secret");
        assertThat(sealed(row.at("/environment/variables/LEVEL"))
                        .get("looks_like")
                        .isNull())
                .isTrue();
        assertThat(written(shape.open(), function)
                        .at("/environment/variables/DB_PASSWORD")
                        .asString())
                .isEqualTo("hunter2xyz");
    }

    @Test
    void equal_values_have_equal_hashes_and_others_others() {
        Shape<FunctionConfiguration> shape =
                Shape.of(FunctionConfiguration::builder).sealing(Seal.all("Environment.Variables"));
        JsonNode row = written(
                shape,
                FunctionConfiguration.builder()
                        .environment(environment -> environment.variables(Map.of("A", "one", "B", "one", "C", "two")))
                        .build());
        String first = sealed(row.at("/environment/variables/A")).get("sha256").asString();
        assertThat(first)
                .hasSize(64)
                .isEqualTo(
                        sealed(row.at("/environment/variables/B")).get("sha256").asString());
        assertThat(sealed(row.at("/environment/variables/C")).get("sha256").asString())
                .isNotEqualTo(first);
    }

    @Test
    void only_what_looks_like_a_secret_goes_where_options_are_wanted() {
        Shape<TaskDefinition> shape = Shape.of(TaskDefinition::builder)
                .sealing(
                        Seal.all("containerDefinitions.environment.value"),
                        Seal.suspicious("containerDefinitions.logConfiguration.options"));
        JsonNode container = written(
                        shape,
                        TaskDefinition.builder()
                                .containerDefinitions(one -> one.environment(variable ->
                                                variable.name("SIGNING_KEY").value("canary-canary"))
                                        .logConfiguration(logs ->
                                                logs.options(Map.of("splunk-token", "canary", "awslogs-group", "web"))))
                                .build())
                .at("/container_definitions/0");
        assertThat(container.toString()).doesNotContain("canary");
        assertThat(container.at("/environment/0/name").asString()).isEqualTo("SIGNING_KEY");
        assertThat(sealed(container.at("/environment/0/value"))
                        .get("looks_like")
                        .isNull())
                .isFalse();
        assertThat(container.at("/log_configuration/options/awslogs-group").asString())
                .isEqualTo("web");
    }

    @Test
    void maps_on_the_way_are_gone_through_and_arns_stay() {
        Shape<Resource> shape =
                Shape.of(Resource::builder).sealing(Seal.all("resourceMethods.methodIntegration.requestParameters"));
        Method method = Method.builder()
                .methodIntegration(Integration.builder()
                        .uri("https://orders.plumb.example")
                        .requestParameters(Map.of("key", "'canary'", "role", "arn:aws:iam::111122223333:role/r"))
                        .build())
                .build();
        JsonNode row = written(
                shape,
                Resource.builder()
                        .resourceMethods(Map.of("GET", method, "PUT", method))
                        .build());
        assertThat(row.toString())
                .doesNotContain("canary")
                .contains("https://orders.plumb.example", "arn:aws:iam::111122223333:role/r");
    }

    @Test
    void of_a_credential_nothing_is_kept_for_nobody() {
        Shape<DirectoryDescription> shape =
                Shape.of(DirectoryDescription::builder).sealing(Seal.out("RadiusSettings.SharedSecret"));
        DirectoryDescription directory = DirectoryDescription.builder()
                .name("corp.plumb.example")
                .radiusSettings(radius -> radius.radiusPort(1812).sharedSecret("canary"))
                .build();
        for (Shape<DirectoryDescription> form : java.util.List.of(shape, shape.open())) {
            JsonNode row = written(form, directory);
            assertThat(row.at("/radius_settings/shared_secret").isNull()).isTrue();
            assertThat(row.at("/radius_settings/radius_port").asInt()).isEqualTo(1812);
        }
    }

    @Test
    void a_seal_on_what_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Shape.of(DirectoryDescription::builder)
                        .sealing(Seal.all("RadiusSettings.SharedSecrets"))
                        .columns())
                .hasMessageContaining("SharedSecrets");
    }
}
