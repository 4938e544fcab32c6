package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Key pairs for SSH and Windows passwords; the public half only, and only its fingerprint. */
@AutoService(ResourceType.class)
public final class AwsEc2KeyPair implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_key_pair",
                        "Key pairs that instances can be started with, by fingerprint.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeKeyPairs",
                        of(KeyPairInfo::builder),
                        ec2 -> ec2.describeKeyPairs().keyPairs())
                .arn((row, place) -> place.arn("ec2", "key-pair/" + row.keyPairId()))
                .name(KeyPairInfo::keyName)
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
