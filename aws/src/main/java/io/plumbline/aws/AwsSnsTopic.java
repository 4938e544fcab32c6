package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.Topic;

/** SNS topics, and the attributes that decide who may publish. */
@AutoService(ResourceType.class)
public final class AwsSnsTopic implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_sns_topic",
                        "SNS topics, and the attributes that decide who may publish.",
                        SnsClient::builder)
                .list(
                        "sns:ListTopics",
                        of(Topic::builder),
                        sns -> sns.listTopicsPaginator().topics())
                .detail(
                        "attributes",
                        "sns:GetTopicAttributes",
                        Shape.texts(),
                        (sns, topic) -> sns.getTopicAttributes(request -> request.topicArn(topic.topicArn()))
                                .attributes())
                .detail(
                        "resource_tags",
                        "sns:ListTagsForResource",
                        Shape.texts(),
                        (sns, topic) ->
                                sns
                                        .listTagsForResource(request -> request.resourceArn(topic.topicArn()))
                                        .tags()
                                        .stream()
                                        .collect(Collectors.toMap(Tag::key, Tag::value)))
                .arn((row, place) -> row.topicArn())
                .name(topic -> ArnText.lastPart(topic.topicArn()))
                .gone("NotFound");
    }
}
