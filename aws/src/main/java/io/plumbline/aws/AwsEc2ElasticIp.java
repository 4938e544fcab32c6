package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Elastic IP addresses, and what they are associated with. */
@AutoService(ResourceType.class)
public final class AwsEc2ElasticIp implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_elastic_ip",
                        "Elastic IP addresses, and what they are associated with.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeAddresses",
                        of(Address::builder),
                        ec2 -> ec2.describeAddresses().addresses())
                .arn((row, place) -> place.arn(
                        "ec2", "elastic-ip/" + (row.allocationId() == null ? row.publicIp() : row.allocationId())))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
