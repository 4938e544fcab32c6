package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;

/** Event buses, and the policies that say who may put events on them. */
@AutoService(ResourceType.class)
public final class AwsEventbridgeBus implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_eventbridge_bus",
                        "Event buses, and the policies that say who may put events on them.",
                        EventBridgeClient::builder)
                .list(
                        "events:ListEventBuses",
                        of(EventBus::builder),
                        events -> TokenPages.of(
                                token -> events.listEventBuses(
                                        request -> request.nextToken(token).limit(100)),
                                ListEventBusesResponse::nextToken,
                                ListEventBusesResponse::eventBuses))
                .arn((row, place) -> row.arn())
                .name(EventBus::name);
    }
}
