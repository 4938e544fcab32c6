package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** Application, network and gateway load balancers; AWS gives the tags of twenty at a time. */
@AutoService(ResourceType.class)
public final class AwsElbv2LoadBalancer implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_elbv2_load_balancer",
                        "Application, network and gateway load balancers.",
                        ElasticLoadBalancingV2Client::builder)
                .keys(
                        "elasticloadbalancing:DescribeLoadBalancers",
                        elb ->
                                () -> elb
                                        .describeLoadBalancersPaginator(request -> request.pageSize(400))
                                        .loadBalancers()
                                        .stream()
                                        .map(LoadBalancer::loadBalancerArn)
                                        .iterator())
                .describe(
                        "elasticloadbalancing:DescribeTags",
                        20,
                        Tagged.shape(of(LoadBalancer::builder)),
                        AwsElbv2LoadBalancer::tagged)
                .detail(
                        "attributes",
                        "elasticloadbalancing:DescribeLoadBalancerAttributes",
                        Shape.texts(),
                        (elb, row) -> Tagged.map(
                                elb.describeLoadBalancerAttributes(request -> request.loadBalancerArn(
                                                row.row().loadBalancerArn()))
                                        .attributes(),
                                LoadBalancerAttribute::key,
                                LoadBalancerAttribute::value))
                .arn((row, place) -> row.row().loadBalancerArn())
                .name(row -> row.row().loadBalancerName())
                .tags(row -> row.tags())
                .gone("LoadBalancerNotFound");
    }

    /** One that vanished meanwhile must not take the rest of its batch with it. */
    private static List<Tagged<LoadBalancer>> tagged(ElasticLoadBalancingV2Client elb, List<String> arns) {
        try {
            return together(elb, arns);
        } catch (LoadBalancerNotFoundException e) {
            return arns.size() == 1
                    ? List.of()
                    : arns.stream()
                            .flatMap(arn -> tagged(elb, List.of(arn)).stream())
                            .toList();
        }
    }

    private static List<Tagged<LoadBalancer>> together(ElasticLoadBalancingV2Client elb, List<String> arns) {
        Map<String, Map<String, String>> tags =
                elb.describeTags(request -> request.resourceArns(arns)).tagDescriptions().stream()
                        .collect(Collectors.toMap(
                                TagDescription::resourceArn, found -> Tagged.map(found.tags(), Tag::key, Tag::value)));
        return elb.describeLoadBalancers(request -> request.loadBalancerArns(arns)).loadBalancers().stream()
                .map(row -> new Tagged<>(row, tags.getOrDefault(row.loadBalancerArn(), Map.of())))
                .toList();
    }
}
