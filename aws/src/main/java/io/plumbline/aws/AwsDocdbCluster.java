package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.docdb.DocDbClient;
import software.amazon.awssdk.services.docdb.model.DBCluster;
import software.amazon.awssdk.services.docdb.model.DBClusterSnapshot;
import software.amazon.awssdk.services.docdb.model.Filter;

/** DocumentDB clusters. The service answers for Aurora and Neptune too unless it is told not to. */
@AutoService(ResourceType.class)
public final class AwsDocdbCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_docdb_cluster", "DocumentDB clusters and their snapshots.", DocDbClient::builder)
                .list(
                        "rds:DescribeDBClusters",
                        of(DBCluster::builder),
                        docdb -> docdb.describeDBClustersPaginator(request -> request.filters(Filter.builder()
                                                .name("engine")
                                                .values("docdb")
                                                .build())
                                        .maxRecords(100))
                                .dbClusters())
                .detail(
                        "snapshots",
                        "rds:DescribeDBClusterSnapshots",
                        Shape.list(of(DBClusterSnapshot::builder)),
                        (docdb, cluster) -> docdb
                                .describeDBClusterSnapshotsPaginator(
                                        request -> request.dbClusterIdentifier(cluster.dbClusterIdentifier())
                                                .maxRecords(100))
                                .dbClusterSnapshots()
                                .stream()
                                .toList())
                .arn((row, place) -> row.dbClusterArn())
                .name(DBCluster::dbClusterIdentifier)
                .gone("DBClusterNotFoundFault");
    }
}
