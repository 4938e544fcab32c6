package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeNotebookInstanceResponse;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceSummary;

/** Notebook instances of SageMaker: network, root access, encryption. */
@AutoService(ResourceType.class)
public final class AwsSagemakerNotebookInstance implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_sagemaker_notebook_instance", "Notebook instances of SageMaker.", SageMakerClient::builder)
                .keys(
                        "sagemaker:ListNotebookInstances",
                        sagemaker ->
                                () -> sagemaker
                                        .listNotebookInstancesPaginator(request -> request.maxResults(100))
                                        .notebookInstances()
                                        .stream()
                                        .map(NotebookInstanceSummary::notebookInstanceName)
                                        .iterator())
                .describe(
                        "sagemaker:DescribeNotebookInstance",
                        of(DescribeNotebookInstanceResponse::builder),
                        (sagemaker, name) ->
                                sagemaker.describeNotebookInstance(request -> request.notebookInstanceName(name)))
                .arn((row, place) -> row.notebookInstanceArn())
                .name(DescribeNotebookInstanceResponse::notebookInstanceName);
    }
}
