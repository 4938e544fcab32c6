package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.ScanPolicy;
import io.plumbline.collect.ScanRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Here, since this room reads YAML. */
class ScanRoleTest {
    @Test
    void the_cloudformation_template_is_yaml_with_every_action_in_its_place() {
        ScanPolicy policy = ScanPolicy.all(AwsTypes.load().sources());
        JsonNode resources = YAMLMapper.builder()
                .build()
                .readTree(new ScanRole(policy).cloudFormation())
                .get("Resources");
        JsonNode role = resources.at("/Role/Properties");
        List<JsonNode> policies = resources
                .valueStream()
                .filter(resource -> resource.get("Type").asString().equals("AWS::IAM::ManagedPolicy"))
                .map(resource -> resource.at("/Properties/PolicyDocument"))
                .toList();
        assertThat(policies.stream()
                        .flatMap(document -> document.at("/Statement/0/Action").valueStream())
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(policy.actions());
        // IAM takes no longer ones.
        assertThat(policies)
                .allSatisfy(document -> assertThat(document.toString()).hasSizeLessThan(6_144));
        assertThat(policies)
                .allSatisfy(document -> assertThat(
                                document.at("/Statement/0/Resource").asString())
                        .isEqualTo("*"));
        assertThat(role.at("/AssumeRolePolicyDocument/Statement/0/Condition/StringEquals")
                        .has("sts:ExternalId"))
                .isTrue();
    }
}
