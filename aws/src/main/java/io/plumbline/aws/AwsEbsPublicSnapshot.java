package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Snapshots that the account owns and that everybody may restore: one call a region instead of one a snapshot. */
@AutoService(ResourceType.class)
public final class AwsEbsPublicSnapshot implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ebs_public_snapshot",
                        "EBS snapshots that the account owns and that everybody may restore.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeSnapshots",
                        of(Snapshot::builder),
                        ec2 -> ec2.describeSnapshotsPaginator(request -> request.ownerIds("self")
                                        .restorableByUserIds("all")
                                        .maxResults(1000))
                                .snapshots())
                .arn((row, place) -> place.partition()
                        .arn("ec2", place.region(), "", "snapshot/" + row.snapshotId())
                        .toString())
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
