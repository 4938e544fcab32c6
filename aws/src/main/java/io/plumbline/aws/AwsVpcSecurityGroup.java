package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Security groups with their rules. */
@AutoService(ResourceType.class)
public final class AwsVpcSecurityGroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_vpc_security_group", "Security groups with their rules.", Ec2Client::builder)
                .list(
                        "ec2:DescribeSecurityGroups",
                        of(SecurityGroup::builder),
                        ec2 -> ec2.describeSecurityGroupsPaginator(request -> request.maxResults(1000))
                                .securityGroups())
                .arn((row, place) -> place.arn("ec2", "security-group/" + row.groupId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
