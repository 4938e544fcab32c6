package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.neptune.NeptuneClient;
import software.amazon.awssdk.services.neptune.model.DBCluster;

/** Neptune clusters; the API that lists them is that of RDS. */
@AutoService(ResourceType.class)
public final class AwsNeptuneDbCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_neptune_db_cluster", "Neptune clusters.", NeptuneClient::builder)
                .list(
                        "rds:DescribeDBClusters",
                        of(DBCluster::builder),
                        neptune -> () -> neptune
                                .describeDBClustersPaginator(request -> request.maxRecords(100)
                                        .filters(filter -> filter.name("engine").values("neptune")))
                                .dbClusters()
                                .stream()
                                .filter(cluster -> "neptune".equals(cluster.engine()))
                                .iterator())
                .arn((row, place) -> row.dbClusterArn())
                .name(DBCluster::dbClusterIdentifier);
    }
}
