package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kafka.model.Cluster;

/** Kafka clusters of MSK, provisioned and serverless, and who may reach them from other accounts. */
@AutoService(ResourceType.class)
public final class AwsMskCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_msk_cluster",
                        "Kafka clusters of MSK, provisioned and serverless, with their policies.",
                        KafkaClient::builder)
                .list(
                        "kafka:ListClustersV2",
                        of(Cluster::builder),
                        kafka -> kafka.listClustersV2Paginator(request -> request.maxResults(100))
                                .clusterInfoList())
                .detail(
                        "policy",
                        "kafka:GetClusterPolicy",
                        Shape.text(),
                        (kafka, row) -> kafka.getClusterPolicy(request -> request.clusterArn(row.clusterArn()))
                                .policy())
                .arn((row, place) -> row.clusterArn())
                .name(Cluster::clusterName)
                .tags(row -> row.tags())
                .none("NotFoundException");
    }
}
