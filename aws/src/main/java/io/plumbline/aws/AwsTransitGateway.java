package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment;

/** Transit gateways, those shared by other accounts included, with what is attached to them. */
@AutoService(ResourceType.class)
public final class AwsTransitGateway implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_transit_gateway",
                        "Transit gateways, those shared by other accounts included.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeTransitGateways",
                        of(TransitGateway::builder),
                        ec2 -> ec2.describeTransitGatewaysPaginator(request -> request.maxResults(1000))
                                .transitGateways())
                .detail(
                        "attachments",
                        "ec2:DescribeTransitGatewayAttachments",
                        Shape.list(of(TransitGatewayAttachment::builder)),
                        (ec2, gateway) -> ec2
                                .describeTransitGatewayAttachmentsPaginator(request -> request.filters(Filter.builder()
                                                .name("transit-gateway-id")
                                                .values(gateway.transitGatewayId())
                                                .build())
                                        .maxResults(1000))
                                .transitGatewayAttachments()
                                .stream()
                                .toList())
                .arn((row, place) -> row.transitGatewayArn())
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(row -> row.tags(), Tag::key, Tag::value)
                .gone("InvalidTransitGatewayID.NotFound");
    }
}
