package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** Peering connections between VPCs. */
@AutoService(ResourceType.class)
public final class AwsVpcPeeringConnection implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_vpc_peering_connection", "Peering connections between VPCs.", Ec2Client::builder)
                .list(
                        "ec2:DescribeVpcPeeringConnections",
                        of(VpcPeeringConnection::builder),
                        ec2 -> ec2.describeVpcPeeringConnectionsPaginator(request -> request.maxResults(1000))
                                .vpcPeeringConnections())
                .arn((row, place) -> place.arn("ec2", "vpc-peering-connection/" + row.vpcPeeringConnectionId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
