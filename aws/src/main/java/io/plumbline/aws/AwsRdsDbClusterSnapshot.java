package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.Tag;

/** Snapshots of database clusters that a person made: only those can be shared. */
@AutoService(ResourceType.class)
public final class AwsRdsDbClusterSnapshot implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_rds_db_cluster_snapshot",
                        "Snapshots of database clusters made by hand, and which accounts may restore them.",
                        RdsClient::builder)
                .list(
                        "rds:DescribeDBClusterSnapshots",
                        of(DBClusterSnapshot::builder),
                        rds -> rds.describeDBClusterSnapshotsPaginator(request ->
                                        request.snapshotType("manual").maxRecords(100))
                                .dbClusterSnapshots())
                .detail(
                        "attributes",
                        "rds:DescribeDBClusterSnapshotAttributes",
                        Shape.list(of(DBClusterSnapshotAttribute::builder)),
                        (rds, snapshot) -> rds.describeDBClusterSnapshotAttributes(request ->
                                        request.dbClusterSnapshotIdentifier(snapshot.dbClusterSnapshotIdentifier()))
                                .dbClusterSnapshotAttributesResult()
                                .dbClusterSnapshotAttributes())
                .arn((row, place) -> row.dbClusterSnapshotArn())
                .name(DBClusterSnapshot::dbClusterSnapshotIdentifier)
                .tags(DBClusterSnapshot::tagList, Tag::key, Tag::value)
                .gone("DBClusterSnapshotNotFoundFault");
    }
}
