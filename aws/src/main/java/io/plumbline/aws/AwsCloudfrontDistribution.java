package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;
import software.amazon.awssdk.services.cloudfront.model.Tag;

/** CloudFront distributions with their whole configuration; the values of headers sent to origins stay out, they are often shared secrets. */
@AutoService(ResourceType.class)
public final class AwsCloudfrontDistribution implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_cloudfront_distribution",
                        "CloudFront distributions, with their configuration and tags.",
                        CloudFrontClient::builder)
                .list(
                        "cloudfront:ListDistributions",
                        of(DistributionSummary::builder)
                                .sealing(Seal.all("Origins.Items.CustomHeaders.Items.HeaderValue")),
                        cloudfront -> () -> pages(cloudfront)
                                .flatMap(page -> page.distributionList().items().stream())
                                .iterator())
                .detail(
                        "config",
                        "cloudfront:GetDistribution",
                        of(DistributionConfig::builder)
                                .sealing(Seal.all("Origins.Items.CustomHeaders.Items.HeaderValue")),
                        (cloudfront, row) -> cloudfront
                                .getDistribution(request -> request.id(row.id()))
                                .distribution()
                                .distributionConfig())
                .detail(
                        "resource_tags",
                        "cloudfront:ListTagsForResource",
                        Shape.texts(),
                        (cloudfront, row) ->
                                cloudfront
                                        .listTagsForResource(request -> request.resource(row.arn()))
                                        .tags()
                                        .items()
                                        .stream()
                                        .collect(Collectors.toMap(Tag::key, tag -> String.valueOf(tag.value()))))
                .arn((row, place) -> row.arn())
                .name(DistributionSummary::id)
                .gone("NoSuchDistribution", "NoSuchResource");
    }

    private static Stream<ListDistributionsResponse> pages(CloudFrontClient cloudfront) {
        return StreamSupport.stream(
                TokenPages.pages(
                                marker -> cloudfront.listDistributions(
                                        request -> request.maxItems("100").marker(marker)),
                                (ListDistributionsResponse page) ->
                                        page.distributionList().nextMarker())
                        .spliterator(),
                false);
    }
}
