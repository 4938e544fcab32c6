package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Internet gateways and the VPCs that they are attached to. */
@AutoService(ResourceType.class)
public final class AwsVpcInternetGateway implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_vpc_internet_gateway",
                        "Internet gateways and the VPCs that they are attached to.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeInternetGateways",
                        of(InternetGateway::builder),
                        ec2 -> ec2.describeInternetGatewaysPaginator(request -> request.maxResults(1000))
                                .internetGateways())
                .arn((row, place) -> place.arn("ec2", "internet-gateway/" + row.internetGatewayId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
