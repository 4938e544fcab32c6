package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.directory.model.DirectoryDescription;
import software.amazon.awssdk.services.emr.model.Cluster;

class NestedSecretsTest {
    @Test
    void only_the_member_that_the_path_names_is_emptied() {
        DirectoryDescription directory = DirectoryDescription.builder()
                .name("corp.plumb.example")
                .radiusSettings(radius -> radius.radiusPort(1812).sharedSecret("CANARY"))
                .build();
        DirectoryDescription emptied = NestedSecrets.emptied(directory, "RadiusSettings", "SharedSecret");
        assertThat(emptied.radiusSettings().sharedSecret()).isNull();
        assertThat(emptied.radiusSettings().radiusPort()).isEqualTo(1812);
        assertThat(emptied.name()).isEqualTo("corp.plumb.example");
    }

    @Test
    void every_element_of_maps_on_the_way_is_emptied() {
        Integration integration = Integration.builder()
                .uri("https://orders.plumb.example")
                .requestParameters(Map.of("integration.request.header.X-Key", "'CANARY'"))
                .build();
        Resource resource = Resource.builder()
                .resourceMethods(Map.of(
                        "GET", Method.builder().methodIntegration(integration).build(),
                        "PUT", Method.builder().methodIntegration(integration).build()))
                .build();
        Resource emptied = NestedSecrets.emptied(resource, "resourceMethods", "methodIntegration", "requestParameters");
        assertThat(emptied.toString()).doesNotContain("CANARY");
        assertThat(emptied.resourceMethods())
                .allSatisfy((verb, method) ->
                        assertThat(method.methodIntegration().uri()).isEqualTo("https://orders.plumb.example"));
    }

    @Test
    void what_has_no_such_member_stays_as_it_is() {
        Cluster cluster = Cluster.builder().name("nightly").build();
        assertThat(NestedSecrets.emptied(cluster, "KerberosAttributes", "KdcAdminPassword"))
                .isEqualTo(cluster);
    }
}
