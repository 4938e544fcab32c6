package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.BlockPublicAccessConfiguration;
import software.amazon.awssdk.services.emr.model.Cluster;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.ClusterSummary;
import software.amazon.awssdk.services.emr.model.Tag;

/** EMR clusters that run or are about to; those that ended stay out, AWS lists them for months. */
@AutoService(ResourceType.class)
public final class AwsEmrCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_emr_cluster",
                        "EMR clusters that run or are about to, with the block of public access of their region.",
                        EmrClient::builder)
                .keys(
                        "elasticmapreduce:ListClusters",
                        emr -> () -> emr
                                .listClustersPaginator(request -> request.clusterStates(
                                        ClusterState.STARTING,
                                        ClusterState.BOOTSTRAPPING,
                                        ClusterState.RUNNING,
                                        ClusterState.WAITING))
                                .clusters()
                                .stream()
                                .map(ClusterSummary::id)
                                .iterator())
                .describe(
                        "elasticmapreduce:DescribeCluster",
                        Shape.without(Cluster::builder, "Configurations"),
                        (emr, id) -> withoutPasswords(emr.describeCluster(request -> request.clusterId(id))
                                .cluster()))
                .detail(
                        "block_public_access",
                        "elasticmapreduce:GetBlockPublicAccessConfiguration",
                        of(BlockPublicAccessConfiguration::builder),
                        (emr, row) -> emr.getBlockPublicAccessConfiguration(request -> {})
                                .blockPublicAccessConfiguration())
                .arn((row, place) -> row.clusterArn())
                .name(Cluster::name)
                .tags(Cluster::tags, Tag::key, Tag::value);
    }

    /** The realm says that Kerberos is used; its passwords stay out. */
    private static Cluster withoutPasswords(Cluster cluster) {
        Cluster some = NestedSecrets.emptied(cluster, "KerberosAttributes", "KdcAdminPassword");
        some = NestedSecrets.emptied(some, "KerberosAttributes", "CrossRealmTrustPrincipalPassword");
        return NestedSecrets.emptied(some, "KerberosAttributes", "ADDomainJoinPassword");
    }
}
