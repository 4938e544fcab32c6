package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.GetInstancesResponse;
import software.amazon.awssdk.services.lightsail.model.GetLoadBalancersResponse;
import software.amazon.awssdk.services.lightsail.model.Instance;
import software.amazon.awssdk.services.lightsail.model.LoadBalancer;
import software.amazon.awssdk.services.lightsail.model.Tag;

/** Instances of Lightsail, which stand outside the account's own networks. */
@AutoService(ResourceType.class)
public final class AwsLightsailInstance implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_lightsail_instance",
                        "Lightsail instances: what is open on them, and which load balancers send to them.",
                        LightsailClient::builder)
                .list(
                        "lightsail:GetInstances",
                        of(Instance::builder),
                        lightsail -> TokenPages.of(
                                token -> lightsail.getInstances(request -> request.pageToken(token)),
                                GetInstancesResponse::nextPageToken,
                                GetInstancesResponse::instances))
                .detail(
                        "load_balancers",
                        "lightsail:GetLoadBalancers",
                        Shape.list(of(LoadBalancer::builder)),
                        (lightsail, instance) -> loadBalancers(lightsail)
                                .filter(balancer -> balancer.instanceHealthSummary().stream()
                                        .anyMatch(health -> instance.name().equals(health.instanceName())))
                                .toList())
                .arn((row, place) -> row.arn())
                .name(Instance::name)
                .tags(Instance::tags, Tag::key, Tag::value)
                .gone("NotFoundException");
    }

    private static Stream<LoadBalancer> loadBalancers(LightsailClient lightsail) {
        Iterable<LoadBalancer> all = TokenPages.of(
                token -> lightsail.getLoadBalancers(request -> request.pageToken(token)),
                GetLoadBalancersResponse::nextPageToken,
                GetLoadBalancersResponse::loadBalancers);
        return StreamSupport.stream(all.spliterator(), false);
    }
}
