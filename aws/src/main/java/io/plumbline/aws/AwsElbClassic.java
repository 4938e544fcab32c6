package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerAttributes;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.Tag;

/** Classic load balancers with their listeners, policies and attributes. */
@AutoService(ResourceType.class)
public final class AwsElbClassic implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_elb_classic",
                        "Classic load balancers with their listeners and attributes.",
                        ElasticLoadBalancingClient::builder)
                .list(
                        "elasticloadbalancing:DescribeLoadBalancers",
                        of(LoadBalancerDescription::builder),
                        elb -> elb.describeLoadBalancersPaginator(request -> request.pageSize(400))
                                .loadBalancerDescriptions())
                .detail(
                        "attributes",
                        "elasticloadbalancing:DescribeLoadBalancerAttributes",
                        of(LoadBalancerAttributes::builder),
                        (elb, row) -> elb.describeLoadBalancerAttributes(
                                        request -> request.loadBalancerName(row.loadBalancerName()))
                                .loadBalancerAttributes())
                .detail(
                        "tag_list",
                        "elasticloadbalancing:DescribeTags",
                        Shape.list(of(Tag::builder)),
                        (elb, row) -> elb
                                .describeTags(request -> request.loadBalancerNames(row.loadBalancerName()))
                                .tagDescriptions()
                                .stream()
                                .flatMap(description -> description.tags().stream())
                                .toList())
                .arn((row, place) -> place.arn("elasticloadbalancing", "loadbalancer/" + row.loadBalancerName()))
                .name(LoadBalancerDescription::loadBalancerName)
                .gone("LoadBalancerNotFound");
    }
}
