package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Listeners of every load balancer, and the rules of those that speak HTTP. */
@AutoService(ResourceType.class)
public final class AwsElbv2Listener implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_elbv2_listener",
                        "Listeners of load balancers: protocol, certificates, and where requests go.",
                        ElasticLoadBalancingV2Client::builder)
                .under(
                        "aws_elbv2_load_balancer",
                        "elasticloadbalancing:DescribeListeners",
                        of(Listener::builder).sealing(Seal.out("DefaultActions.AuthenticateOidcConfig.ClientSecret")),
                        (elb, balancer, place) -> elb.describeListenersPaginator(request ->
                                        request.loadBalancerArn(balancer).pageSize(400))
                                .listeners())
                .detail(
                        "rules",
                        "elasticloadbalancing:DescribeRules",
                        Shape.list(of(Rule::builder).sealing(Seal.out("Actions.AuthenticateOidcConfig.ClientSecret"))),
                        (elb, listener, place) -> elb
                                .describeRulesPaginator(request -> request.listenerArn(listener.listenerArn())
                                        .pageSize(400))
                                .rules()
                                .stream()
                                .toList(),
                        (listener, place) ->
                                listener.protocol() == ProtocolEnum.HTTP || listener.protocol() == ProtocolEnum.HTTPS)
                .arn((row, place) -> row.listenerArn())
                .name(row -> row.protocolAsString() + ":" + row.port())
                .gone("LoadBalancerNotFound", "ListenerNotFound");
    }
}
