package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AwsOperationsTest {
    private static List<String> problems(String service, String operation, String json) {
        return new AwsOperations()
                .problems(service, operation, JsonMapper.shared().readTree(json));
    }

    @Test
    void what_the_API_takes_has_no_problem() {
        assertThat(problems("ec2", "RevokeSecurityGroupIngress", """
                        {"GroupId": "sg-1", "IpPermissions": [{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
                         "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]}""")).isEmpty();
        assertThat(problems("logs", "PutMetricFilter", """
                        {"logGroupName": "g", "filterName": "f", "filterPattern": "", "metricTransformations":
                         [{"metricName": "m", "metricNamespace": "n", "metricValue": "1", "dimensions": {"a": "$.b"}}]}""")).isEmpty();
    }

    @Test
    void what_it_does_not_know_lacks_or_takes_as_another_type_is_named_with_its_place() {
        assertThat(problems("kms", "EnableKeyRotations", "{}"))
                .singleElement()
                .asString()
                .contains("EnableKeyRotations");
        assertThat(problems("nothing", "EnableKeyRotation", "{}"))
                .singleElement()
                .asString()
                .contains("'nothing'");
        assertThat(problems("kms", "EnableKeyRotation", "{\"KeyID\": \"k\"}"))
                .containsExactly("EnableKeyRotation has no member 'KeyID'");
        // The SDK says what is required for some services only.
        assertThat(problems("s3", "PutPublicAccessBlock", "{\"PublicAccessBlockConfiguration\": {}}"))
                .containsExactly("PutPublicAccessBlock needs the member 'Bucket'");
        assertThat(problems(
                        "ec2",
                        "RevokeSecurityGroupIngress",
                        "{\"IpPermissions\": [{\"IpRanges\": [{\"Cidr\": \"x\"}]}]}"))
                .containsExactly("RevokeSecurityGroupIngress.IpPermissions[].IpRanges[] has no member 'Cidr'");
        assertThat(problems(
                        "iam",
                        "UpdateAccountPasswordPolicy",
                        "{\"RequireSymbols\": \"true\", \"MaxPasswordAge\": 1.5}"))
                .hasSize(2)
                .allMatch(problem -> problem.contains("must be"));
    }
}
