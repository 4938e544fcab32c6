package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.Tag;

/** Snapshots of database instances that a person made: only those can be shared. */
@AutoService(ResourceType.class)
public final class AwsRdsDbSnapshot implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_rds_db_snapshot",
                        "Snapshots of database instances made by hand, and which accounts may restore them.",
                        RdsClient::builder)
                .list(
                        "rds:DescribeDBSnapshots",
                        of(DBSnapshot::builder),
                        rds -> rds.describeDBSnapshotsPaginator(request ->
                                        request.snapshotType("manual").maxRecords(100))
                                .dbSnapshots())
                .detail(
                        "attributes",
                        "rds:DescribeDBSnapshotAttributes",
                        Shape.list(of(DBSnapshotAttribute::builder)),
                        (rds, snapshot) -> rds.describeDBSnapshotAttributes(
                                        request -> request.dbSnapshotIdentifier(snapshot.dbSnapshotIdentifier()))
                                .dbSnapshotAttributesResult()
                                .dbSnapshotAttributes())
                .arn((row, place) -> row.dbSnapshotArn())
                .name(DBSnapshot::dbSnapshotIdentifier)
                .tags(DBSnapshot::tagList, Tag::key, Tag::value)
                .gone("DBSnapshotNotFound");
    }
}
