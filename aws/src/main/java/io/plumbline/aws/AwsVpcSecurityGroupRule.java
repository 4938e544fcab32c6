package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The rules of security groups one by one, with an id and a description each; the groups' own table has them by port. */
@AutoService(ResourceType.class)
public final class AwsVpcSecurityGroupRule implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_vpc_security_group_rule",
                        "The rules of security groups one by one, with an id and a description each.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeSecurityGroupRules",
                        of(SecurityGroupRule::builder),
                        ec2 -> ec2.describeSecurityGroupRulesPaginator(request -> request.maxResults(1000))
                                .securityGroupRules())
                .arn((row, place) -> place.arn("ec2", "security-group-rule/" + row.securityGroupRuleId()))
                .name(SecurityGroupRule::securityGroupRuleId)
                .tags(SecurityGroupRule::tags, Tag::key, Tag::value);
    }
}
