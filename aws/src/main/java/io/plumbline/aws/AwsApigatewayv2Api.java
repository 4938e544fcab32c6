package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** HTTP and WebSocket APIs; variables of stages are left out, since people keep secrets there. */
@AutoService(ResourceType.class)
public final class AwsApigatewayv2Api implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_apigatewayv2_api",
                        "HTTP and WebSocket APIs with their stages and routes.",
                        ApiGatewayV2Client::builder)
                .list(
                        "apigateway:GET",
                        of(Api::builder),
                        gateway -> TokenPages.of(
                                token -> gateway.getApis(request -> request.nextToken(token)),
                                GetApisResponse::nextToken,
                                GetApisResponse::items))
                .detail(
                        "stages",
                        "apigateway:GET",
                        Shape.list(of(Stage::builder).sealing(Seal.all("StageVariables"))),
                        (gateway, api) -> all(TokenPages.of(
                                token -> gateway.getStages(
                                        request -> request.apiId(api.apiId()).nextToken(token)),
                                GetStagesResponse::nextToken,
                                GetStagesResponse::items)))
                .detail(
                        "routes",
                        "apigateway:GET",
                        Shape.list(of(Route::builder)),
                        (gateway, api) -> all(TokenPages.of(
                                token -> gateway.getRoutes(
                                        request -> request.apiId(api.apiId()).nextToken(token)),
                                GetRoutesResponse::nextToken,
                                GetRoutesResponse::items)))
                .arn((row, place) -> place.partition()
                        .arn("apigateway", place.region(), "", "/apis/" + row.apiId())
                        .toString())
                .name(Api::name)
                .tags(row -> row.tags())
                .gone("NotFoundException");
    }

    private static <R> List<R> all(Iterable<R> rows) {
        List<R> all = new ArrayList<>();
        rows.forEach(all::add);
        return all;
    }
}
