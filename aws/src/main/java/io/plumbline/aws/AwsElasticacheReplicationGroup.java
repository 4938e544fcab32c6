package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Replication groups of ElastiCache with the clusters in them. */
@AutoService(ResourceType.class)
public final class AwsElasticacheReplicationGroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_elasticache_replication_group",
                        "Replication groups of ElastiCache, with the clusters in them.",
                        ElastiCacheClient::builder)
                .list(
                        "elasticache:DescribeReplicationGroups",
                        of(ReplicationGroup::builder),
                        cache -> cache.describeReplicationGroupsPaginator(request -> request.maxRecords(100))
                                .replicationGroups())
                .detail(
                        "cache_clusters",
                        "elasticache:DescribeCacheClusters",
                        Shape.list(of(CacheCluster::builder)),
                        (cache, group) ->
                                cache
                                        .describeCacheClustersPaginator(request -> request.maxRecords(100))
                                        .cacheClusters()
                                        .stream()
                                        .filter(cluster ->
                                                group.replicationGroupId().equals(cluster.replicationGroupId()))
                                        .toList())
                .arn((row, place) -> row.arn())
                .name(ReplicationGroup::replicationGroupId);
    }
}
