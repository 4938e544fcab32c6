package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.EgressOnlyInternetGateway;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Gateways that let IPv6 traffic out of a VPC, but none in. */
@AutoService(ResourceType.class)
public final class AwsVpcEgressOnlyInternetGateway implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_vpc_egress_only_internet_gateway",
                        "Gateways that let IPv6 traffic out of a VPC, but none in.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeEgressOnlyInternetGateways",
                        of(EgressOnlyInternetGateway::builder),
                        ec2 -> ec2.describeEgressOnlyInternetGatewaysPaginator(request -> request.maxResults(255))
                                .egressOnlyInternetGateways())
                .arn((row, place) ->
                        place.arn("ec2", "egress-only-internet-gateway/" + row.egressOnlyInternetGatewayId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
