package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.appsync.AppSyncClient;
import software.amazon.awssdk.services.appsync.model.GraphqlApi;

/** GraphQL APIs; their keys are another list, which nobody asks for. */
@AutoService(ResourceType.class)
public final class AwsAppsyncGraphqlApi implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_appsync_graphql_api",
                        "AppSync GraphQL APIs: who may call them and what they log.",
                        AppSyncClient::builder)
                .list(
                        "appsync:ListGraphqlApis",
                        of(GraphqlApi::builder),
                        appsync -> appsync.listGraphqlApisPaginator(request -> request.maxResults(25))
                                .graphqlApis())
                .arn((row, place) -> row.arn())
                .name(GraphqlApi::name)
                .tags(row -> row.tags());
    }
}
