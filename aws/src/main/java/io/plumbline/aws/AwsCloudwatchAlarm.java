package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** CloudWatch metric alarms. */
@AutoService(ResourceType.class)
public final class AwsCloudwatchAlarm implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_cloudwatch_alarm", "CloudWatch metric alarms.", CloudWatchClient::builder)
                .from(CloudwatchAlarms.ALARMS, of(MetricAlarm::builder), answer -> answer.metricAlarms())
                .arn((row, place) -> row.alarmArn())
                .name(MetricAlarm::alarmName);
    }
}
