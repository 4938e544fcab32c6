package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/** Metric filters of all log groups of a region. */
@AutoService(ResourceType.class)
public final class AwsCloudwatchMetricFilter implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_cloudwatch_metric_filter",
                        "Metric filters of all log groups of a region.",
                        CloudWatchLogsClient::builder)
                .list(
                        "logs:DescribeMetricFilters",
                        of(MetricFilter::builder),
                        logs -> logs.describeMetricFiltersPaginator(request -> {})
                                .metricFilters())
                .arn((row, place) ->
                        place.arn("logs", "log-group:" + row.logGroupName() + ":metric-filter:" + row.filterName()))
                .name(MetricFilter::filterName);
    }
}
