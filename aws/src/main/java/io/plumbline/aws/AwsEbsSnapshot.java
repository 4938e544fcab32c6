package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.Snapshot;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Snapshots that the account owns. Which of them are public says {@link AwsEbsPublicSnapshot} for all of a region in one call. */
@AutoService(ResourceType.class)
public final class AwsEbsSnapshot implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ebs_snapshot",
                        "EBS snapshots that the account owns, and on demand whom each is shared with.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeSnapshots",
                        of(Snapshot::builder),
                        ec2 -> ec2.describeSnapshotsPaginator(
                                        request -> request.ownerIds("self").maxResults(1000))
                                .snapshots())
                .detail(
                        "create_volume_permissions",
                        "ec2:DescribeSnapshotAttribute",
                        Shape.list(of(CreateVolumePermission::builder)),
                        (ec2, snapshot) -> ec2.describeSnapshotAttribute(
                                        request -> request.snapshotId(snapshot.snapshotId())
                                                .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION))
                                .createVolumePermissions())
                .arn((row, place) -> place.partition()
                        .arn("ec2", place.region(), "", "snapshot/" + row.snapshotId())
                        .toString())
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value)
                .gone("InvalidSnapshot.NotFound");
    }
}
