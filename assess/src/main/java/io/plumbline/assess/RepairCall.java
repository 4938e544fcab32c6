package io.plumbline.assess;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One call of an AWS API.
 *
 * @param service the prefix of the service's IAM actions, such as {@code ec2}
 * @param operation as the API reference writes it, such as {@code RevokeSecurityGroupIngress}
 * @param region where to call; for services that AWS has once, the region whose endpoint serves them
 * @param parameters a JSON object with the members' names of the API
 */
public record RepairCall(String service, String operation, String region, JsonNode parameters) {
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern OPERATION = Pattern.compile("[A-Z][A-Za-z0-9]{2,80}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]+)+-[0-9]{1,2}");

    /**
     * Checks the words; the members of the parameters are the API's to know.
     *
     * @throws IllegalArgumentException if service, operation, region or parameters cannot be such
     */
    public RepairCall {
        fits("service", SERVICE, service);
        fits("operation", OPERATION, operation);
        fits("region", REGION, region);
        if (!parameters.isObject()) {
            throw new IllegalArgumentException("the parameters of " + operation + " are no JSON object");
        }
    }

    private static void fits(String what, Pattern pattern, String word) {
        if (!pattern.matcher(word).matches()) {
            throw new IllegalArgumentException("'" + word + "' is no " + what + " of an AWS API");
        }
    }

    /** The IAM actions that it needs. Most operations need the one of their own name. */
    public List<String> actions() {
        return switch (service + ":" + operation) {
            case "s3:PutPublicAccessBlock" -> List.of("s3:PutBucketPublicAccessBlock");
            case "ec2:CreateFlowLogs" ->
                parameters.has("DeliverLogsPermissionArn")
                        ? List.of("ec2:CreateFlowLogs", "iam:PassRole")
                        : List.of("ec2:CreateFlowLogs", "logs:CreateLogDelivery", "logs:DeleteLogDelivery");
            default -> List.of(service + ":" + operation);
        };
    }

    /** The same call as one line for a POSIX shell. */
    public String commandLine() {
        return String.join(
                " ",
                Stream.of(
                                "aws",
                                AwsCli.command(service),
                                AwsCli.hyphenated(operation),
                                "--cli-input-json",
                                AwsCli.quoted(AwsCli.plainJson(parameters)),
                                "--region",
                                region)
                        .toList());
    }
}
