package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Services of every cluster, ten described at a time. Their ARN names the cluster too: two services may be called the same. */
@AutoService(ResourceType.class)
public final class AwsEcsService implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_ecs_service", "ECS services of every cluster.", EcsClient::builder)
                .under(
                        "aws_ecs_cluster",
                        "ecs:ListServices",
                        of(Service::builder)
                                .sealing(Seal.suspicious(
                                        "deployments.serviceConnectConfiguration.logConfiguration.options")),
                        (ecs, cluster, place) ->
                                () -> EcsServices.of(ecs, cluster).iterator())
                .also("ecs:DescribeServices")
                .arn((row, place) -> row.serviceArn())
                .name(Service::serviceName)
                .tags(Service::tags, Tag::key, Tag::value)
                .gone("ClusterNotFoundException");
    }
}
