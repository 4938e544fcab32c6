package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Subnets, those that other accounts share included. */
@AutoService(ResourceType.class)
public final class AwsVpcSubnet implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_vpc_subnet", "Subnets, those that other accounts share included.", Ec2Client::builder)
                .list(
                        "ec2:DescribeSubnets",
                        of(Subnet::builder),
                        ec2 -> ec2.describeSubnetsPaginator(request -> request.maxResults(1000))
                                .subnets())
                .arn((row, place) ->
                        row.subnetArn() == null ? place.arn("ec2", "subnet/" + row.subnetId()) : row.subnetArn())
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
