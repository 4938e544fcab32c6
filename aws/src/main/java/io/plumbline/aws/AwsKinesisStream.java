package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.Place;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** Kinesis data streams, and who else may use them. */
@AutoService(ResourceType.class)
public final class AwsKinesisStream implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_kinesis_stream",
                        "Kinesis data streams, and who else may use them.",
                        KinesisClient::builder)
                .keys(
                        "kinesis:ListStreams",
                        kinesis -> () -> kinesis.listStreamsPaginator(request -> request.limit(100)).stream()
                                .flatMap(page -> page.streamNames().stream())
                                .iterator())
                .describe(
                        "kinesis:DescribeStreamSummary",
                        of(StreamDescriptionSummary::builder),
                        (kinesis, name) -> kinesis.describeStreamSummary(request -> request.streamName(name))
                                .streamDescriptionSummary())
                .detail(
                        "policy",
                        "kinesis:GetResourcePolicy",
                        Shape.text(),
                        AwsKinesisStream::policy,
                        (stream, place) -> true)
                .arn((row, place) -> row.streamARN())
                .name(StreamDescriptionSummary::streamName)
                // AWS says the same of a stream without a policy and of one that vanished.
                .none("ResourceNotFoundException");
    }

    /** A stream without a policy is answered with an empty document. */
    private static @Nullable String policy(KinesisClient kinesis, StreamDescriptionSummary stream, Place place) {
        String policy = kinesis.getResourcePolicy(request -> request.resourceARN(stream.streamARN()))
                .policy();
        return policy == null || policy.isEmpty() || policy.equals("{}") ? null : policy;
    }
}
