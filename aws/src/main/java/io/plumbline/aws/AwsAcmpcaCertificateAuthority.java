package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.acmpca.AcmPcaClient;
import software.amazon.awssdk.services.acmpca.model.CertificateAuthority;

/** Private certificate authorities of the account, and with whom each is shared. */
@AutoService(ResourceType.class)
public final class AwsAcmpcaCertificateAuthority implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_acmpca_certificate_authority",
                        "Private certificate authorities of the account, and with whom each is shared.",
                        AcmPcaClient::builder)
                .list(
                        "acm-pca:ListCertificateAuthorities",
                        of(CertificateAuthority::builder),
                        acmpca -> acmpca.listCertificateAuthoritiesPaginator(request -> request.maxResults(1000))
                                .certificateAuthorities())
                .detail(
                        "policy",
                        "acm-pca:GetPolicy",
                        Shape.text(),
                        (acmpca, authority) -> acmpca.getPolicy(request -> request.resourceArn(authority.arn()))
                                .policy())
                .arn((row, place) -> row.arn())
                .name(row -> ArnText.lastPart(row.arn()))
                // AWS says the same of an authority without a policy and of one that vanished.
                .none("ResourceNotFoundException");
    }
}
