package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.CustomModelSummary;
import software.amazon.awssdk.services.bedrock.model.GetModelInvocationLoggingConfigurationResponse;
import software.amazon.awssdk.services.bedrock.model.GuardrailSummary;

/** What Bedrock logs of model invocations in a region; the row is there whether it logs or not. */
@AutoService(ResourceType.class)
public final class AwsBedrockLogging implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_bedrock_logging",
                        "What Bedrock logs of model invocations, with the guardrails and custom models of the region.",
                        BedrockClient::builder)
                .one(
                        "bedrock:GetModelInvocationLoggingConfiguration",
                        of(GetModelInvocationLoggingConfigurationResponse::builder),
                        bedrock -> bedrock.getModelInvocationLoggingConfiguration(request -> {}))
                .detail(
                        "guardrails",
                        "bedrock:ListGuardrails",
                        Shape.list(of(GuardrailSummary::builder)),
                        (bedrock, row) ->
                                bedrock
                                        .listGuardrailsPaginator(request -> request.maxResults(1000))
                                        .guardrails()
                                        .stream()
                                        .toList())
                .detail(
                        "custom_models",
                        "bedrock:ListCustomModels",
                        Shape.list(of(CustomModelSummary::builder)),
                        (bedrock, row) ->
                                bedrock
                                        .listCustomModelsPaginator(request -> request.maxResults(1000))
                                        .modelSummaries()
                                        .stream()
                                        .toList())
                .arn((row, place) -> place.arn("bedrock", "model-invocation-logging"));
    }
}
