package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Region;

/** Regions of the partition and whether the account has them switched on. */
@AutoService(ResourceType.class)
public final class AwsRegion implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_region",
                        "Regions of the partition and whether the account has them switched on.",
                        Ec2Client::builder)
                .known(
                        "ec2:DescribeRegions",
                        of(Region::builder),
                        place -> place.entered().regions())
                .in(Region::regionName)
                .arn((row, place) -> place.partition()
                        .arn("ec2", row.regionName(), place.accountId().value(), "region")
                        .toString())
                .name(Region::regionName);
    }
}
