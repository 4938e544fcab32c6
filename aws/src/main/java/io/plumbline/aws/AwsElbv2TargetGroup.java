package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Target groups and the health of what is in them. */
@AutoService(ResourceType.class)
public final class AwsElbv2TargetGroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_elbv2_target_group",
                        "Target groups, and how what is in them does.",
                        ElasticLoadBalancingV2Client::builder)
                .list(
                        "elasticloadbalancing:DescribeTargetGroups",
                        of(TargetGroup::builder),
                        elb -> elb.describeTargetGroupsPaginator(request -> request.pageSize(400))
                                .targetGroups())
                .detail(
                        "target_health",
                        "elasticloadbalancing:DescribeTargetHealth",
                        Shape.list(of(TargetHealthDescription::builder)),
                        (elb, group) -> elb.describeTargetHealth(
                                        request -> request.targetGroupArn(group.targetGroupArn()))
                                .targetHealthDescriptions())
                .arn((row, place) -> row.targetGroupArn())
                .name(TargetGroup::targetGroupName)
                .gone("TargetGroupNotFound");
    }
}
