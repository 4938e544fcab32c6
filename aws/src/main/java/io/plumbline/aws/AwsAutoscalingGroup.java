package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Groups of instances, and the launch configuration of those that still have one. */
@AutoService(ResourceType.class)
public final class AwsAutoscalingGroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_autoscaling_group",
                        "Auto Scaling groups, with the launch configuration of those that have one.",
                        AutoScalingClient::builder)
                .list(
                        "autoscaling:DescribeAutoScalingGroups",
                        of(AutoScalingGroup::builder),
                        autoscaling -> autoscaling
                                .describeAutoScalingGroupsPaginator(request -> request.maxRecords(100))
                                .autoScalingGroups())
                .detail(
                        "launch_configuration",
                        "autoscaling:DescribeLaunchConfigurations",
                        of(LaunchConfiguration::builder).sealing(Seal.all("UserData")),
                        (autoscaling, group, place) -> autoscaling
                                .describeLaunchConfigurations(
                                        request -> request.launchConfigurationNames(group.launchConfigurationName()))
                                .launchConfigurations()
                                .stream()
                                .findFirst()
                                .orElse(null),
                        (group, place) -> group.launchConfigurationName() != null)
                .arn((row, place) -> row.autoScalingGroupARN())
                .name(AutoScalingGroup::autoScalingGroupName)
                .tags(AutoScalingGroup::tags, TagDescription::key, TagDescription::value);
    }
}
