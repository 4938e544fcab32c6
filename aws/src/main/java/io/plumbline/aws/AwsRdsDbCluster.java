package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.Tag;

/** Clusters of Aurora and RDS; those of Neptune and DocumentDB have tables of their own. */
@AutoService(ResourceType.class)
public final class AwsRdsDbCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_rds_db_cluster", "Database clusters of Aurora and RDS.", RdsClient::builder)
                .list(
                        "rds:DescribeDBClusters",
                        of(DBCluster::builder).sealing(Seal.out("PendingModifiedValues.MasterUserPassword")),
                        rds -> () ->
                                rds
                                        .describeDBClustersPaginator(request -> request.maxRecords(100))
                                        .dbClusters()
                                        .stream()
                                        .filter(cluster -> RdsEngines.isRds(cluster.engine()))
                                        .iterator())
                .arn((row, place) -> row.dbClusterArn())
                .name(DBCluster::dbClusterIdentifier)
                .tags(DBCluster::tagList, Tag::key, Tag::value);
    }
}
