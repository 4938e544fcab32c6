package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.ListDeliveryStreamsResponse;

/** Delivery streams; AWS gives their names from the last one it told, without a token. */
@AutoService(ResourceType.class)
public final class AwsFirehoseDeliveryStream implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_firehose_delivery_stream",
                        "Firehose delivery streams: where from, where to, and how encrypted.",
                        FirehoseClient::builder)
                .keys(
                        "firehose:ListDeliveryStreams",
                        firehose -> TokenPages.of(
                                last -> firehose.listDeliveryStreams(
                                        request -> request.exclusiveStartDeliveryStreamName(last)
                                                .limit(10_000)),
                                page -> page.hasMoreDeliveryStreams()
                                                && !page.deliveryStreamNames().isEmpty()
                                        ? page.deliveryStreamNames().getLast()
                                        : null,
                                ListDeliveryStreamsResponse::deliveryStreamNames))
                .describe(
                        "firehose:DescribeDeliveryStream",
                        of(DeliveryStreamDescription::builder)
                                .sealing(
                                        Seal.out("Destinations.SplunkDestinationDescription.HECToken"),
                                        Seal.all("Destinations.HttpEndpointDestinationDescription.RequestConfiguration"
                                                + ".CommonAttributes.AttributeValue")),
                        (firehose, name) -> firehose.describeDeliveryStream(request -> request.deliveryStreamName(name))
                                .deliveryStreamDescription())
                .arn((row, place) -> row.deliveryStreamARN())
                .name(DeliveryStreamDescription::deliveryStreamName)
                .gone("ResourceNotFoundException");
    }
}
