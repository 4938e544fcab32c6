package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.mq.MqClient;
import software.amazon.awssdk.services.mq.model.BrokerSummary;
import software.amazon.awssdk.services.mq.model.DescribeBrokerResponse;

/** Message brokers. */
@AutoService(ResourceType.class)
public final class AwsMqBroker implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_mq_broker",
                        "Message brokers, and whether they can be reached from outside.",
                        MqClient::builder)
                .keys(
                        "mq:ListBrokers",
                        mq -> () ->
                                mq.listBrokersPaginator(request -> request.maxResults(100)).brokerSummaries().stream()
                                        .map(BrokerSummary::brokerId)
                                        .iterator())
                .describe(
                        "mq:DescribeBroker",
                        of(DescribeBrokerResponse::builder),
                        (mq, id) -> mq.describeBroker(request -> request.brokerId(id)))
                .arn((row, place) -> row.brokerArn())
                .name(DescribeBrokerResponse::brokerName)
                .tags(row -> row.tags())
                .gone("NotFoundException");
    }
}
