package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.GetIdentityPoolRolesResponse;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityPoolShortDescription;

/** Identity pools and the roles they hand out, to guests too. */
@AutoService(ResourceType.class)
public final class AwsCognitoIdentityPool implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_cognito_identity_pool",
                        "Identity pools of Cognito, with the roles they hand out.",
                        CognitoIdentityClient::builder)
                .keys(
                        "cognito-identity:ListIdentityPools",
                        cognito -> () ->
                                cognito
                                        .listIdentityPoolsPaginator(request -> request.maxResults(60))
                                        .identityPools()
                                        .stream()
                                        .map(IdentityPoolShortDescription::identityPoolId)
                                        .iterator())
                .describe(
                        "cognito-identity:DescribeIdentityPool",
                        of(DescribeIdentityPoolResponse::builder),
                        (cognito, id) -> cognito.describeIdentityPool(request -> request.identityPoolId(id)))
                .detail(
                        "roles",
                        "cognito-identity:GetIdentityPoolRoles",
                        of(GetIdentityPoolRolesResponse::builder),
                        (cognito, pool) ->
                                cognito.getIdentityPoolRoles(request -> request.identityPoolId(pool.identityPoolId())))
                .arn((row, place) -> place.arn("cognito-identity", "identitypool/" + row.identityPoolId()))
                .name(DescribeIdentityPoolResponse::identityPoolName)
                .tags(row -> row.identityPoolTags())
                .gone("ResourceNotFoundException");
    }
}
