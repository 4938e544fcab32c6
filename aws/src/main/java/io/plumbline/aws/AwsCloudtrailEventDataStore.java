package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.EventDataStore;
import software.amazon.awssdk.services.cloudtrail.model.GetEventDataStoreResponse;

/** Event data stores of CloudTrail Lake. */
@AutoService(ResourceType.class)
public final class AwsCloudtrailEventDataStore implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_cloudtrail_event_data_store",
                        "Event data stores of CloudTrail Lake: what they keep, for how long, under which key.",
                        CloudTrailClient::builder)
                .keys(
                        "cloudtrail:ListEventDataStores",
                        cloudtrail -> () ->
                                cloudtrail.listEventDataStoresPaginator(request -> request.maxResults(1000)).stream()
                                        .flatMap(page -> page.eventDataStores().stream())
                                        .map(EventDataStore::eventDataStoreArn)
                                        .iterator())
                .describe(
                        "cloudtrail:GetEventDataStore",
                        of(GetEventDataStoreResponse::builder),
                        (cloudtrail, arn) -> cloudtrail.getEventDataStore(request -> request.eventDataStore(arn)))
                .arn((row, place) -> row.eventDataStoreArn())
                .name(GetEventDataStoreResponse::name)
                .gone("EventDataStoreNotFoundException");
    }
}
