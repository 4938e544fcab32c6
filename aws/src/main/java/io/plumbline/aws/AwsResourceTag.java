package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;

/** Tags of everything that has or had any, types without a table of their own included. */
@AutoService(ResourceType.class)
public final class AwsResourceTag implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_resource_tag",
                        "Every resource that has tags, of whatever type.",
                        ResourceGroupsTaggingApiClient::builder)
                .list(
                        "tag:GetResources",
                        of(ResourceTagMapping::builder),
                        tagging -> tagging.getResourcesPaginator(request -> request.resourcesPerPage(100))
                                .resourceTagMappingList())
                .arn((row, place) -> row.resourceARN())
                .name(row -> ArnText.lastPart(row.resourceARN()))
                .tags(ResourceTagMapping::tags, Tag::key, Tag::value);
    }
}
