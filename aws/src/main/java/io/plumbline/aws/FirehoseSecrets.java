package io.plumbline.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DestinationDescription;
import software.amazon.awssdk.services.firehose.model.HttpEndpointDestinationDescription;

/** Takes out of delivery streams the token for Splunk and the values that go with every request to an address. */
final class FirehoseSecrets {
    private FirehoseSecrets() {}

    static DeliveryStreamDescription without(DeliveryStreamDescription stream) {
        return stream.toBuilder()
                .destinations(stream.destinations().stream()
                        .map(FirehoseSecrets::without)
                        .toList())
                .build();
    }

    private static DestinationDescription without(DestinationDescription destination) {
        return destination.toBuilder()
                .splunkDestinationDescription(
                        destination.splunkDestinationDescription() == null
                                ? null
                                : destination.splunkDestinationDescription().toBuilder()
                                        .hecToken(null)
                                        .build())
                .httpEndpointDestinationDescription(without(destination.httpEndpointDestinationDescription()))
                .build();
    }

    private static @Nullable HttpEndpointDestinationDescription without(
            @Nullable HttpEndpointDestinationDescription http) {
        return http == null || http.requestConfiguration() == null
                ? http
                : http.toBuilder()
                        .requestConfiguration(http.requestConfiguration().toBuilder()
                                .commonAttributes(http.requestConfiguration().commonAttributes().stream()
                                        .map(attribute -> attribute.toBuilder()
                                                .attributeValue(null)
                                                .build())
                                        .toList())
                                .build())
                        .build();
    }
}
