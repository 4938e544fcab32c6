package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues; AWS lists bare addresses, and only in pages if it is told a size. */
@AutoService(ResourceType.class)
public final class AwsSqsQueue implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_sqs_queue",
                        "SQS queues, and the attributes that decide who may use them.",
                        SqsClient::builder)
                .list(
                        "sqs:ListQueues",
                        Shape.text(),
                        sqs -> sqs.listQueuesPaginator(request -> request.maxResults(1000))
                                .queueUrls())
                .detail(
                        "attributes",
                        "sqs:GetQueueAttributes",
                        Shape.texts(),
                        (sqs, url) -> sqs.getQueueAttributes(
                                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                                .attributesAsStrings())
                .detail(
                        "resource_tags",
                        "sqs:ListQueueTags",
                        Shape.texts(),
                        (sqs, url) -> sqs.listQueueTags(request -> request.queueUrl(url))
                                .tags())
                .arn((url, place) -> place.arn("sqs", ArnText.lastPart(url)))
                .name(ArnText::lastPart)
                .gone("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist");
    }
}
