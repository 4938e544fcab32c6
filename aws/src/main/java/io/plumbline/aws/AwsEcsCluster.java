package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Clusters, a hundred described at a time. */
@AutoService(ResourceType.class)
public final class AwsEcsCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_ecs_cluster", "ECS clusters with their settings and capacity.", EcsClient::builder)
                .keys(
                        "ecs:ListClusters",
                        ecs -> ecs.listClustersPaginator(request -> request.maxResults(100))
                                .clusterArns())
                .describe(
                        "ecs:DescribeClusters",
                        100,
                        of(Cluster::builder),
                        (ecs, arns) -> ecs.describeClusters(request -> request.clusters(arns)
                                        .include(
                                                ClusterField.ATTACHMENTS,
                                                ClusterField.CONFIGURATIONS,
                                                ClusterField.SETTINGS,
                                                ClusterField.STATISTICS,
                                                ClusterField.TAGS))
                                .clusters())
                .arn((row, place) -> row.clusterArn())
                .name(Cluster::clusterName)
                .tags(Cluster::tags, Tag::key, Tag::value);
    }
}
