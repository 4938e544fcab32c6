package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;

/** EC2 instances, terminated ones too for as long as AWS shows them. */
@AutoService(ResourceType.class)
public final class AwsEc2Instance implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_instance",
                        "EC2 instances, terminated ones too for as long as AWS shows them.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeInstances",
                        of(Instance::builder),
                        ec2 -> () ->
                                ec2
                                        .describeInstancesPaginator(request -> request.maxResults(1000))
                                        .reservations()
                                        .stream()
                                        .map(Reservation::instances)
                                        .flatMap(java.util.List::stream)
                                        .iterator())
                .detail(
                        "user_data",
                        "ec2:DescribeInstanceAttribute",
                        Shape.sealedText("user data"),
                        (ec2, instance) -> ec2.describeInstanceAttribute(
                                        request -> request.instanceId(instance.instanceId())
                                                .attribute(InstanceAttributeName.USER_DATA))
                                .userData()
                                .value())
                .onRequest("user_data")
                .gone("InvalidInstanceID.NotFound")
                .arn((row, place) -> place.arn("ec2", "instance/" + row.instanceId()))
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(Instance::tags, Tag::key, Tag::value);
    }
}
