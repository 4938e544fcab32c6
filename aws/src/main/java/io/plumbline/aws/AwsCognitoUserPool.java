package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** Directories of users of applications: passwords, second factors, who may sign up. */
@AutoService(ResourceType.class)
public final class AwsCognitoUserPool implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_cognito_user_pool", "User pools of Cognito.", CognitoIdentityProviderClient::builder)
                .keys(
                        "cognito-idp:ListUserPools",
                        cognito -> () ->
                                cognito.listUserPoolsPaginator(request -> request.maxResults(60)).userPools().stream()
                                        .map(UserPoolDescriptionType::id)
                                        .iterator())
                .describe(
                        "cognito-idp:DescribeUserPool",
                        of(UserPoolType::builder),
                        (cognito, id) -> cognito.describeUserPool(request -> request.userPoolId(id))
                                .userPool())
                .arn((row, place) -> row.arn())
                .name(UserPoolType::name)
                .tags(row -> row.userPoolTags())
                .gone("ResourceNotFoundException");
    }
}
