package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dax.DaxClient;
import software.amazon.awssdk.services.dax.model.Cluster;
import software.amazon.awssdk.services.dax.model.DescribeClustersResponse;

/** Clusters of DynamoDB Accelerator, with their encryption. */
@AutoService(ResourceType.class)
public final class AwsDaxCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_dax_cluster",
                        "Clusters of DynamoDB Accelerator, with their encryption.",
                        DaxClient::builder)
                .list(
                        "dax:DescribeClusters",
                        of(Cluster::builder),
                        dax -> () -> pages(dax)
                                .flatMap(page -> page.clusters().stream())
                                .iterator())
                .arn((row, place) -> row.clusterArn())
                .name(Cluster::clusterName);
    }

    private static Stream<DescribeClustersResponse> pages(DaxClient dax) {
        return StreamSupport.stream(
                TokenPages.pages(
                                token -> dax.describeClusters(
                                        request -> request.maxResults(100).nextToken(token)),
                                DescribeClustersResponse::nextToken)
                        .spliterator(),
                false);
    }
}
