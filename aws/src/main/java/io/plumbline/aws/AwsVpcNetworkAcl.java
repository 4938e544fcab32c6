package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Network ACLs with their entries and the subnets that they guard. */
@AutoService(ResourceType.class)
public final class AwsVpcNetworkAcl implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_vpc_network_acl",
                        "Network ACLs with their entries and the subnets that they guard.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeNetworkAcls",
                        of(NetworkAcl::builder),
                        ec2 -> ec2.describeNetworkAclsPaginator(request -> request.maxResults(1000))
                                .networkAcls())
                .arn((row, place) -> place.arn("ec2", "network-acl/" + row.networkAclId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
