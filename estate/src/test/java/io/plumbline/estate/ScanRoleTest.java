package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.ScanPolicy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Here, since this room reads YAML. */
class ScanRoleTest {
    @Test
    void the_cloudformation_template_is_yaml_with_every_action_in_its_place() {
        ScanPolicy policy = ScanPolicy.all(AwsTypes.load().sources());
        JsonNode role =
                YAMLMapper.builder().build().readTree(policy.cloudFormation()).at("/Resources/Role/Properties");
        JsonNode statement = role.at("/Policies/0/PolicyDocument/Statement/0");
        assertThat(statement.get("Action").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(policy.actions());
        assertThat(statement.get("Resource").asString()).isEqualTo("*");
        assertThat(role.at("/AssumeRolePolicyDocument/Statement/0/Condition/StringEquals")
                        .has("sts:ExternalId"))
                .isTrue();
    }
}
