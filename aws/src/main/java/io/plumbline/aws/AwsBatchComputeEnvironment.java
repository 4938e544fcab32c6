package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.batch.BatchClient;
import software.amazon.awssdk.services.batch.model.ComputeEnvironmentDetail;

/** Batch compute environments. */
@AutoService(ResourceType.class)
public final class AwsBatchComputeEnvironment implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_batch_compute_environment",
                        "Batch compute environments and the compute that they run on.",
                        BatchClient::builder)
                .list(
                        "batch:DescribeComputeEnvironments",
                        of(ComputeEnvironmentDetail::builder),
                        batch -> batch.describeComputeEnvironmentsPaginator(request -> request.maxResults(100))
                                .computeEnvironments())
                .arn((row, place) -> row.computeEnvironmentArn())
                .name(ComputeEnvironmentDetail::computeEnvironmentName)
                .tags(row -> row.tags());
    }
}
