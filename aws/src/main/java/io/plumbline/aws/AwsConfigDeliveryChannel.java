package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.DeliveryChannel;
import software.amazon.awssdk.services.config.model.DeliveryChannelStatus;

/** Where AWS Config delivers what it recorded. */
@AutoService(ResourceType.class)
public final class AwsConfigDeliveryChannel implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_config_delivery_channel",
                        "Where AWS Config delivers what it recorded.",
                        ConfigClient::builder)
                .list(
                        "config:DescribeDeliveryChannels",
                        of(DeliveryChannel::builder),
                        config -> config.describeDeliveryChannels().deliveryChannels())
                .detail(
                        "status",
                        "config:DescribeDeliveryChannelStatus",
                        of(DeliveryChannelStatus::builder),
                        (config, channel) -> config
                                .describeDeliveryChannelStatus(request -> request.deliveryChannelNames(channel.name()))
                                .deliveryChannelsStatus()
                                .stream()
                                .findFirst()
                                .orElse(null))
                .gone("NoSuchDeliveryChannelException")
                .arn((row, place) -> place.arn("config", "delivery-channel/" + row.name()))
                .name(DeliveryChannel::name);
    }
}
