package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;

/** AWS Config recorders: what they record and whether they do. */
@AutoService(ResourceType.class)
public final class AwsConfigConfigurationRecorder implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_config_configuration_recorder",
                        "AWS Config recorders: what they record and whether they do.",
                        ConfigClient::builder)
                .list(
                        "config:DescribeConfigurationRecorders",
                        of(ConfigurationRecorder::builder),
                        config -> config.describeConfigurationRecorders().configurationRecorders())
                .detail(
                        "status",
                        "config:DescribeConfigurationRecorderStatus",
                        of(ConfigurationRecorderStatus::builder),
                        (config, recorder, place) -> config
                                .describeConfigurationRecorderStatus(
                                        request -> request.configurationRecorderNames(recorder.name()))
                                .configurationRecordersStatus()
                                .stream()
                                .findFirst()
                                .orElse(null),
                        (recorder, place) -> recorder.servicePrincipal() == null)
                .arn((row, place) ->
                        row.arn() == null ? place.arn("config", "config-recorder/" + row.name()) : row.arn())
                .name(ConfigurationRecorder::name)
                .gone("NoSuchConfigurationRecorderException");
    }
}
