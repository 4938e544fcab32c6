package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ImageAttributeName;
import software.amazon.awssdk.services.ec2.model.LaunchPermission;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Machine images that the account owns; those of others in use are in {@link AwsEc2AmiInUse}. */
@AutoService(ResourceType.class)
public final class AwsEc2Ami implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_ami",
                        "Machine images that the account owns, deprecated and disabled ones included.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeImages",
                        of(Image::builder),
                        ec2 -> ec2.describeImagesPaginator(request -> request.owners("self")
                                        .includeDeprecated(true)
                                        .includeDisabled(true)
                                        .maxResults(1000))
                                .images())
                .detail(
                        "launch_permissions",
                        "ec2:DescribeImageAttribute",
                        Shape.list(of(LaunchPermission::builder)),
                        (ec2, image) -> ec2.describeImageAttribute(request -> request.imageId(image.imageId())
                                        .attribute(ImageAttributeName.LAUNCH_PERMISSION))
                                .launchPermissions())
                .arn((row, place) -> place.partition()
                        .arn("ec2", place.region(), "", "image/" + row.imageId())
                        .toString())
                .name(Image::name)
                .tags(row -> row.tags(), Tag::key, Tag::value)
                .gone("InvalidAMIID.NotFound", "InvalidAMIID.Unavailable");
    }
}
