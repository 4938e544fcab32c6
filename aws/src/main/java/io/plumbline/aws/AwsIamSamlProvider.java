package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;

/** SAML identity providers whose users may take roles of the account. */
@AutoService(ResourceType.class)
public final class AwsIamSamlProvider implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_saml_provider",
                        "SAML identity providers that roles of the account may trust.",
                        IamClient::builder)
                .list(
                        "iam:ListSAMLProviders",
                        of(SAMLProviderListEntry::builder),
                        iam -> iam.listSAMLProviders().samlProviderList())
                .detail(
                        "provider",
                        "iam:GetSAMLProvider",
                        of(GetSamlProviderResponse::builder),
                        (iam, row) -> iam.getSAMLProvider(request -> request.samlProviderArn(row.arn())))
                .arn((row, place) -> row.arn())
                .name(row -> ArnText.lastPart(row.arn()))
                .gone("NoSuchEntity");
    }
}
