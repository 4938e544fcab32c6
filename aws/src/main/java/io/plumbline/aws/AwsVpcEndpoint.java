package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** VPC endpoints with their policies. */
@AutoService(ResourceType.class)
public final class AwsVpcEndpoint implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_vpc_endpoint", "VPC endpoints with their policies.", Ec2Client::builder)
                .list(
                        "ec2:DescribeVpcEndpoints",
                        of(VpcEndpoint::builder),
                        ec2 -> ec2.describeVpcEndpointsPaginator(request -> request.maxResults(1000))
                                .vpcEndpoints())
                .arn((row, place) -> place.arn("ec2", "vpc-endpoint/" + row.vpcEndpointId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
