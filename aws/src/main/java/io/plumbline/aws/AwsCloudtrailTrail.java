package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetInsightSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** Trails as each region sees them; status and selectors are asked for in the home region. */
@AutoService(ResourceType.class)
public final class AwsCloudtrailTrail implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_cloudtrail_trail",
                        "CloudTrail trails, those of the organization and of other regions included.",
                        CloudTrailClient::builder)
                .list(
                        "cloudtrail:DescribeTrails",
                        of(Trail::builder),
                        cloudtrail -> cloudtrail
                                .describeTrails(request -> request.includeShadowTrails(true))
                                .trailList())
                .in(Trail::homeRegion)
                .detail(
                        "status",
                        "cloudtrail:GetTrailStatus",
                        of(GetTrailStatusResponse::builder),
                        (cloudtrail, trail, place) ->
                                cloudtrail.getTrailStatus(request -> request.name(trail.trailARN())),
                        (trail, place) -> place.answersFor(trail.trailARN()))
                .detail(
                        "event_selectors",
                        "cloudtrail:GetEventSelectors",
                        of(GetEventSelectorsResponse::builder),
                        (cloudtrail, trail, place) ->
                                cloudtrail.getEventSelectors(request -> request.trailName(trail.trailARN())),
                        (trail, place) -> place.answersFor(trail.trailARN()))
                .detail(
                        "insight_selectors",
                        "cloudtrail:GetInsightSelectors",
                        of(GetInsightSelectorsResponse::builder),
                        (cloudtrail, trail, place) ->
                                cloudtrail.getInsightSelectors(request -> request.trailName(trail.trailARN())),
                        (trail, place) -> place.answersFor(trail.trailARN()))
                .arn((row, place) -> row.trailARN())
                .name(Trail::name)
                .none("InsightNotEnabledException")
                .gone("TrailNotFoundException");
    }
}
