package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.AuthenticationMode;
import software.amazon.awssdk.services.eks.model.Cluster;

/** Kubernetes clusters, their node groups and who has access entries; the code by which an outside cluster registers is left out. */
@AutoService(ResourceType.class)
public final class AwsEksCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_eks_cluster",
                        "EKS clusters, the names of their node groups, and which principals have access entries.",
                        EksClient::builder)
                .keys(
                        "eks:ListClusters",
                        eks -> eks.listClustersPaginator(request -> request.maxResults(100))
                                .clusters())
                .describe(
                        "eks:DescribeCluster",
                        Shape.without(Cluster::builder, "clientRequestToken")
                                .sealing(Seal.out("connectorConfig.activationCode")),
                        (eks, name) -> eks.describeCluster(request -> request.name(name))
                                .cluster())
                .detail(
                        "nodegroups",
                        "eks:ListNodegroups",
                        Shape.list(Shape.text()),
                        (eks, cluster) -> eks
                                .listNodegroupsPaginator(request ->
                                        request.clusterName(cluster.name()).maxResults(100))
                                .nodegroups()
                                .stream()
                                .toList())
                .detail(
                        "access_entries",
                        "eks:ListAccessEntries",
                        Shape.list(Shape.text()),
                        (eks, cluster, place) -> eks
                                .listAccessEntriesPaginator(request ->
                                        request.clusterName(cluster.name()).maxResults(100))
                                .accessEntries()
                                .stream()
                                .toList(),
                        (cluster, place) -> hasEntries(cluster))
                .arn((row, place) -> row.arn())
                .name(Cluster::name)
                .tags(row -> row.tags())
                .gone("ResourceNotFoundException");
    }

    /** A cluster that knows people by its ConfigMap alone answers with an error (EKS User Guide, "Access entries"). */
    private static boolean hasEntries(Cluster cluster) {
        return cluster.accessConfig() == null
                || cluster.accessConfig().authenticationMode() != AuthenticationMode.CONFIG_MAP;
    }
}
