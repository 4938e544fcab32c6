package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The machine images that the region's instances were launched from, whoever owns them; one that is no longer to be seen has no row. */
@AutoService(ResourceType.class)
public final class AwsEc2AmiInUse implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_ami_in_use",
                        "Machine images, of whatever owner, that instances of the region were launched from.",
                        Ec2Client::builder)
                .keys(
                        "ec2:DescribeInstances",
                        ec2 -> () ->
                                ec2
                                        .describeInstancesPaginator(request -> request.maxResults(1000))
                                        .reservations()
                                        .stream()
                                        .flatMap(reservation -> reservation.instances().stream())
                                        .map(instance -> instance.imageId())
                                        .distinct()
                                        .iterator())
                // A filter passes over images that are gone, where naming them would be an error; it takes 200 values.
                .describe(
                        "ec2:DescribeImages",
                        200,
                        of(Image::builder),
                        (ec2, ids) -> ec2.describeImages(request -> request.filters(Filter.builder()
                                                .name("image-id")
                                                .values(ids)
                                                .build())
                                        .includeDeprecated(true)
                                        .includeDisabled(true))
                                .images())
                .arn((row, place) -> place.partition()
                        .arn("ec2", place.region(), "", "image/" + row.imageId())
                        .toString())
                .name(Image::name)
                .tags(row -> row.tags(), Tag::key, Tag::value);
    }
}
