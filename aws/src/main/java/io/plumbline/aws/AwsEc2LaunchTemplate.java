package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Launch templates; what they launch with is in {@link AwsEc2LaunchTemplateVersion}. */
@AutoService(ResourceType.class)
public final class AwsEc2LaunchTemplate implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_launch_template",
                        "Launch templates; what they launch with is in aws_ec2_launch_template_version.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeLaunchTemplates",
                        of(LaunchTemplate::builder),
                        ec2 -> ec2.describeLaunchTemplatesPaginator(request -> request.maxResults(200))
                                .launchTemplates())
                .arn((row, place) -> place.arn("ec2", "launch-template/" + row.launchTemplateId()))
                .name(LaunchTemplate::launchTemplateName)
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
