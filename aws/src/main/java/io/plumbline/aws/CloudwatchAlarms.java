package io.plumbline.aws;

import io.plumbline.collect.Answer;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/** Metric and composite alarms come in one answer, but only if both are asked for by name. */
final class CloudwatchAlarms {
    static final Answer<CloudWatchClient, DescribeAlarmsResponse> ALARMS = new Answer<>(
            "cloudwatch:DescribeAlarms",
            (cloudwatch, place, wanted) -> cloudwatch.describeAlarmsPaginator(
                    request -> request.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                            .maxRecords(100)));

    private CloudwatchAlarms() {}
}
