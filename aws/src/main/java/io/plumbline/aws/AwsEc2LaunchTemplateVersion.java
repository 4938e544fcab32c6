package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;

/** The latest and the default version of every launch template. AWS gives a version no ARN of its own. */
@AutoService(ResourceType.class)
public final class AwsEc2LaunchTemplateVersion implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_launch_template_version",
                        "The latest and the default version of every launch template.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeLaunchTemplateVersions",
                        of(LaunchTemplateVersion::builder).sealing(Seal.all("LaunchTemplateData.UserData")),
                        ec2 -> () -> ec2
                                .describeLaunchTemplateVersionsPaginator(request ->
                                        request.versions("$Latest", "$Default").maxResults(200))
                                .launchTemplateVersions()
                                .stream()
                                // Where the latest version is the default one, it may come twice.
                                .distinct()
                                .iterator())
                .arn((row, place) ->
                        place.arn("ec2", "launch-template/" + row.launchTemplateId() + ":" + row.versionNumber()))
                .name(LaunchTemplateVersion::launchTemplateName);
    }
}
