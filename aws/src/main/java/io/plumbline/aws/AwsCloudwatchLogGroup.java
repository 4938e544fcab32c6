package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/** Log groups. There may be hundreds of thousands, so nothing is asked for each; metric filters are in {@link AwsCloudwatchMetricFilter}. */
@AutoService(ResourceType.class)
public final class AwsCloudwatchLogGroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_cloudwatch_log_group",
                        "CloudWatch log groups with their retention and encryption.",
                        CloudWatchLogsClient::builder)
                .list(
                        "logs:DescribeLogGroups",
                        of(LogGroup::builder),
                        logs -> logs.describeLogGroupsPaginator(request -> request.limit(50))
                                .logGroups())
                .detail(
                        "subscription_filters",
                        "logs:DescribeSubscriptionFilters",
                        Shape.list(of(SubscriptionFilter::builder)),
                        (logs, group) -> logs
                                .describeSubscriptionFiltersPaginator(
                                        request -> request.logGroupName(group.logGroupName())
                                                .limit(50))
                                .subscriptionFilters()
                                .stream()
                                .toList())
                .arn((row, place) -> row.logGroupArn() == null
                        ? place.arn("logs", "log-group:" + row.logGroupName())
                        : row.logGroupArn())
                .name(LogGroup::logGroupName)
                .gone("ResourceNotFoundException");
    }
}
