package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.memorydb.MemoryDbClient;
import software.amazon.awssdk.services.memorydb.model.Cluster;

/** MemoryDB clusters. */
@AutoService(ResourceType.class)
public final class AwsMemorydbCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_memorydb_cluster",
                        "MemoryDB clusters, their encryption and who may connect.",
                        MemoryDbClient::builder)
                .list(
                        "memorydb:DescribeClusters",
                        of(Cluster::builder),
                        memorydb -> memorydb.describeClustersPaginator(request ->
                                        request.showShardDetails(true).maxResults(100))
                                .clusters())
                .arn((row, place) -> row.arn())
                .name(Cluster::name);
    }
}
