package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;

/** Who signed in last and what root did last, for where nothing else tells; AWS lets two such questions a second pass. */
@AutoService(ResourceType.class)
public final class AwsCloudtrailLookupEvent implements ResourceType {
    private static final int PAGES = 4;

    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_cloudtrail_lookup_event",
                        "The latest console sign-ins and the latest acts of the root user, a few hundred events of each at most.",
                        CloudTrailClient::builder)
                .list(
                        "cloudtrail:LookupEvents",
                        of(Event::builder),
                        cloudtrail -> () -> Stream.concat(
                                        latest(cloudtrail, LookupAttributeKey.EVENT_NAME, "ConsoleLogin"),
                                        // A sign-in of root came with the first question already.
                                        latest(cloudtrail, LookupAttributeKey.USERNAME, "root")
                                                .filter(event -> !"ConsoleLogin".equals(event.eventName())))
                                .iterator())
                .arn((row, place) -> place.arn("cloudtrail", "event/" + row.eventId()))
                .name(Event::eventName);
    }

    /** AWS answers the newest first and takes one attribute a question. */
    private static Stream<Event> latest(CloudTrailClient cloudtrail, LookupAttributeKey key, String value) {
        return cloudtrail
                .lookupEventsPaginator(request -> request.maxResults(50)
                        .lookupAttributes(
                                attribute -> attribute.attributeKey(key).attributeValue(value)))
                .stream()
                .limit(PAGES)
                .flatMap(page -> page.events().stream());
    }
}
