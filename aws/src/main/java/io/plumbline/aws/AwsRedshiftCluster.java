package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DescribeLoggingStatusResponse;
import software.amazon.awssdk.services.redshift.model.Parameter;
import software.amazon.awssdk.services.redshift.model.Tag;

/** Redshift clusters, whether they log and which parameters they run with. */
@AutoService(ResourceType.class)
public final class AwsRedshiftCluster implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_redshift_cluster",
                        "Redshift clusters, with their logging and parameters.",
                        RedshiftClient::builder)
                .list(
                        "redshift:DescribeClusters",
                        of(Cluster::builder).sealing(Seal.out("PendingModifiedValues.MasterUserPassword")),
                        redshift -> redshift.describeClustersPaginator(request -> request.maxRecords(100))
                                .clusters())
                .detail(
                        "logging",
                        "redshift:DescribeLoggingStatus",
                        of(DescribeLoggingStatusResponse::builder),
                        (redshift, row) -> redshift.describeLoggingStatus(
                                request -> request.clusterIdentifier(row.clusterIdentifier())))
                .detail(
                        "parameters",
                        "redshift:DescribeClusterParameters",
                        Shape.list(of(Parameter::builder)),
                        (redshift, row, place) -> redshift
                                .describeClusterParametersPaginator(
                                        request -> request.parameterGroupName(row.clusterParameterGroups()
                                                        .getFirst()
                                                        .parameterGroupName())
                                                .maxRecords(100))
                                .parameters()
                                .stream()
                                .toList(),
                        (row, place) -> !row.clusterParameterGroups().isEmpty())
                .arn((row, place) -> place.arn("redshift", "cluster:" + row.clusterIdentifier()))
                .name(Cluster::clusterIdentifier)
                .tags(Cluster::tags, Tag::key, Tag::value)
                .gone("ClusterNotFound");
    }
}
