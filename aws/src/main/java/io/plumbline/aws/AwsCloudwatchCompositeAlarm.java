package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;

/** CloudWatch composite alarms. */
@AutoService(ResourceType.class)
public final class AwsCloudwatchCompositeAlarm implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_cloudwatch_composite_alarm", "CloudWatch composite alarms.", CloudWatchClient::builder)
                .from(CloudwatchAlarms.ALARMS, of(CompositeAlarm::builder), answer -> answer.compositeAlarms())
                .arn((row, place) -> row.alarmArn())
                .name(CompositeAlarm::alarmName);
    }
}
