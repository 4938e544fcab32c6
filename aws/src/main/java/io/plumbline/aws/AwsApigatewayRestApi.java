package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.List;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** REST APIs of API Gateway, their stages, and how each method lets callers in. */
@AutoService(ResourceType.class)
public final class AwsApigatewayRestApi implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_apigateway_rest_api",
                        "REST APIs of API Gateway, with their stages, authorizers and methods.",
                        ApiGatewayClient::builder)
                .list(
                        "apigateway:GET",
                        of(RestApi::builder),
                        gateway -> gateway.getRestApisPaginator(request -> request.limit(500))
                                .items())
                .detail(
                        "stages",
                        "apigateway:GET",
                        Shape.list(of(Stage::builder)
                                .sealing(Seal.all("variables"), Seal.all("canarySettings.stageVariableOverrides"))),
                        (gateway, api) -> gateway.getStages(request -> request.restApiId(api.id())).item().stream()
                                .toList())
                .detail(
                        "authorizers",
                        "apigateway:GET",
                        Shape.list(of(Authorizer::builder)),
                        (gateway, api) -> authorizers(gateway, api.id()))
                .detail(
                        "resources",
                        "apigateway:GET",
                        Shape.list(of(Resource::builder)
                                .sealing(
                                        Seal.all("resourceMethods.methodIntegration.requestParameters"),
                                        Seal.all("resourceMethods.methodIntegration.requestTemplates"))),
                        (gateway, api) -> resources(gateway, api.id()))
                .arn((row, place) -> place.partition()
                        .arn("apigateway", place.region(), "", "/restapis/" + row.id())
                        .toString())
                .name(RestApi::name)
                .tags(row -> row.tags())
                .gone("NotFoundException");
    }

    private static List<Authorizer> authorizers(ApiGatewayClient gateway, String api) {
        return TokenPages.list(
                position -> gateway.getAuthorizers(
                        request -> request.restApiId(api).limit(500).position(position)),
                GetAuthorizersResponse::position,
                GetAuthorizersResponse::items);
    }

    /** Parameters and templates of an integration may send fixed values, such as keys, to what lies behind it. */
    private static List<Resource> resources(ApiGatewayClient gateway, String api) {
        return gateway
                .getResourcesPaginator(
                        request -> request.restApiId(api).limit(500).embed("methods"))
                .items()
                .stream()
                .toList();
    }
}
