package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineSummary;

/** Pipelines of CodePipeline; settings of actions stay out, they may hold tokens. */
@AutoService(ResourceType.class)
public final class AwsCodepipelinePipeline implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_codepipeline_pipeline",
                        "Pipelines of CodePipeline, with their stages and actions.",
                        CodePipelineClient::builder)
                .keys(
                        "codepipeline:ListPipelines",
                        pipelines -> () ->
                                pipelines
                                        .listPipelinesPaginator(request -> request.maxResults(1000))
                                        .pipelines()
                                        .stream()
                                        .map(PipelineSummary::name)
                                        .iterator())
                .describe(
                        "codepipeline:GetPipeline",
                        of(PipelineDeclaration::builder)
                                .sealing(
                                        Seal.suspicious("stages.actions.configuration"),
                                        Seal.all("stages.actions.environmentVariables.value"),
                                        Seal.all("variables.defaultValue")),
                        (pipelines, name) -> pipelines
                                .getPipeline(request -> request.name(name))
                                .pipeline())
                .arn((row, place) -> place.arn("codepipeline", row.name()))
                .name(PipelineDeclaration::name)
                .gone("PipelineNotFoundException");
    }
}
