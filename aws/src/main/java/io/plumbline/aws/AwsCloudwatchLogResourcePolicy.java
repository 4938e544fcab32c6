package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/** Policies that let AWS services write to the log groups of a region. AWS gives them no ARN. */
@AutoService(ResourceType.class)
public final class AwsCloudwatchLogResourcePolicy implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_cloudwatch_log_resource_policy",
                        "Policies that let AWS services write to the log groups of a region.",
                        CloudWatchLogsClient::builder)
                .list(
                        "logs:DescribeResourcePolicies",
                        of(ResourcePolicy::builder),
                        logs -> TokenPages.of(
                                token -> logs.describeResourcePolicies(
                                        request -> request.nextToken(token).limit(50)),
                                DescribeResourcePoliciesResponse::nextToken,
                                DescribeResourcePoliciesResponse::resourcePolicies))
                .arn((row, place) -> place.arn("logs", "resource-policy:" + row.policyName()))
                .name(ResourcePolicy::policyName);
    }
}
