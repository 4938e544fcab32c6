package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;

/** OpenID Connect providers, such as those of build systems, whose tokens may take roles of the account. */
@AutoService(ResourceType.class)
public final class AwsIamOidcProvider implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_oidc_provider",
                        "OpenID Connect providers that roles of the account may trust.",
                        IamClient::builder)
                .list(
                        "iam:ListOpenIDConnectProviders",
                        of(OpenIDConnectProviderListEntry::builder),
                        iam -> iam.listOpenIDConnectProviders().openIDConnectProviderList())
                .detail(
                        "provider",
                        "iam:GetOpenIDConnectProvider",
                        of(GetOpenIdConnectProviderResponse::builder),
                        (iam, row) ->
                                iam.getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(row.arn())))
                .arn((row, place) -> row.arn())
                .name(row -> row.arn().substring(row.arn().indexOf('/') + 1))
                .gone("NoSuchEntity");
    }
}
