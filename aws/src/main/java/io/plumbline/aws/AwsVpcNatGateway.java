package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.Tag;

/** NAT gateways, public and private; deleted ones for as long as AWS shows them. */
@AutoService(ResourceType.class)
public final class AwsVpcNatGateway implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_vpc_nat_gateway",
                        "NAT gateways, public and private; deleted ones for as long as AWS shows them.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeNatGateways",
                        of(NatGateway::builder),
                        ec2 -> ec2.describeNatGatewaysPaginator(request -> request.maxResults(1000))
                                .natGateways())
                .arn((row, place) -> place.arn("ec2", "natgateway/" + row.natGatewayId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
