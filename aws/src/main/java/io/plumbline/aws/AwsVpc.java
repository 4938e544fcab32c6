package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** Virtual private clouds, default and shared ones included. */
@AutoService(ResourceType.class)
public final class AwsVpc implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_vpc", "Virtual private clouds, default and shared ones included.", Ec2Client::builder)
                .list(
                        "ec2:DescribeVpcs",
                        of(Vpc::builder),
                        ec2 -> ec2.describeVpcsPaginator(request -> request.maxResults(1000))
                                .vpcs())
                .detail(
                        "dns_support",
                        "ec2:DescribeVpcAttribute",
                        of(AttributeBooleanValue::builder),
                        (ec2, vpc) -> ec2.describeVpcAttribute(request ->
                                        request.vpcId(vpc.vpcId()).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT))
                                .enableDnsSupport())
                .detail(
                        "dns_hostnames",
                        "ec2:DescribeVpcAttribute",
                        of(AttributeBooleanValue::builder),
                        (ec2, vpc) -> ec2.describeVpcAttribute(request ->
                                        request.vpcId(vpc.vpcId()).attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES))
                                .enableDnsHostnames())
                .gone("InvalidVpcID.NotFound")
                .arn((row, place) -> place.arn("ec2", "vpc/" + row.vpcId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
