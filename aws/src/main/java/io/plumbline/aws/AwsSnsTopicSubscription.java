package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Subscriptions of topics; those that wait for confirmation have no ARN yet. */
@AutoService(ResourceType.class)
public final class AwsSnsTopicSubscription implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_sns_topic_subscription",
                        "Subscriptions of topics; one that waits for confirmation has no ARN yet.",
                        SnsClient::builder)
                .under(
                        "aws_sns_topic",
                        "sns:ListSubscriptionsByTopic",
                        of(Subscription::builder),
                        (sns, topic, place) -> sns.listSubscriptionsByTopicPaginator(request -> request.topicArn(topic))
                                .subscriptions())
                .arn((row, place) -> row.subscriptionArn().startsWith("arn:")
                        ? row.subscriptionArn()
                        : row.topicArn() + ":" + row.subscriptionArn() + ":" + row.protocol() + ":" + row.endpoint())
                .name(Subscription::protocol)
                .gone("NotFound");
    }
}
