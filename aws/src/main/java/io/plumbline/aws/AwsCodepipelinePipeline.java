package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
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
                        of(PipelineDeclaration::builder),
                        (pipelines, name) -> withoutSecrets(pipelines
                                .getPipeline(request -> request.name(name))
                                .pipeline()))
                .arn((row, place) -> place.arn("codepipeline", row.name()))
                .name(PipelineDeclaration::name)
                .gone("PipelineNotFoundException");
    }

    private static PipelineDeclaration withoutSecrets(PipelineDeclaration pipeline) {
        PipelineDeclaration some = NestedSecrets.emptied(pipeline, "stages", "actions", "configuration");
        some = NestedSecrets.emptied(some, "stages", "actions", "environmentVariables");
        return NestedSecrets.emptied(some, "variables", "defaultValue");
    }
}
