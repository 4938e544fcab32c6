package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Network interfaces: what uses which security group and address. */
@AutoService(ResourceType.class)
public final class AwsEc2NetworkInterface implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_network_interface",
                        "Network interfaces: what uses which security group and address.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeNetworkInterfaces",
                        of(NetworkInterface::builder),
                        ec2 -> ec2.describeNetworkInterfacesPaginator(request -> request.maxResults(1000))
                                .networkInterfaces())
                .arn((row, place) -> place.arn("ec2", "network-interface/" + row.networkInterfaceId()))
                .name(row -> Tags.name(row.tagSet(), Tag::key, Tag::value))
                .tags(NetworkInterface::tagSet, Tag::key, Tag::value);
    }
}
