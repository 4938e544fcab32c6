package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
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
                        of(Cluster::builder)
                                .sealing(
                                        Seal.all("Configurations.Properties"),
                                        Seal.all("Configurations.Configurations"),
                                        Seal.out("KerberosAttributes.KdcAdminPassword"),
                                        Seal.out("KerberosAttributes.CrossRealmTrustPrincipalPassword"),
                                        Seal.out("KerberosAttributes.ADDomainJoinPassword")),
                        (emr, id) -> emr.describeCluster(request -> request.clusterId(id))
                                .cluster())
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
}
