package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;

/** Lambda functions, who may call them and which have an address of their own; never their code. */
@AutoService(ResourceType.class)
public final class AwsLambdaFunction implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_lambda_function",
                        "Lambda functions, with their policies, addresses and tags.",
                        LambdaClient::builder)
                .list(
                        "lambda:ListFunctions",
                        of(FunctionConfiguration::builder).sealing(Seal.all("Environment.Variables")),
                        lambda -> lambda.listFunctionsPaginator(request -> request.maxItems(50))
                                .functions())
                .detail(
                        "policy",
                        "lambda:GetPolicy",
                        Shape.text(),
                        (lambda, function) -> lambda.getPolicy(request -> request.functionName(function.functionName()))
                                .policy())
                .detail(
                        "url_configs",
                        "lambda:ListFunctionUrlConfigs",
                        Shape.list(of(FunctionUrlConfig::builder)),
                        (lambda, function) -> lambda
                                .listFunctionUrlConfigsPaginator(
                                        request -> request.functionName(function.functionName())
                                                .maxItems(50))
                                .functionUrlConfigs()
                                .stream()
                                .toList())
                .detail(
                        "resource_tags",
                        "lambda:ListTags",
                        Shape.texts(),
                        (lambda, function) -> lambda.listTags(request -> request.resource(function.functionArn()))
                                .tags())
                .arn((row, place) -> row.functionArn())
                .name(FunctionConfiguration::functionName)
                .none("ResourceNotFoundException");
    }
}
