package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Volume;

/** EBS volumes, and the instances that they are attached to. */
@AutoService(ResourceType.class)
public final class AwsEbsVolume implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ebs_volume",
                        "EBS volumes, and the instances that they are attached to.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeVolumes",
                        of(Volume::builder),
                        ec2 -> ec2.describeVolumesPaginator(request -> request.maxResults(1000))
                                .volumes())
                .arn((row, place) -> place.arn("ec2", "volume/" + row.volumeId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
