package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;

/** Certificates of ACM with every kind of key: AWS leaves most kinds out unless they are named. */
@AutoService(ResourceType.class)
public final class AwsAcmCertificate implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_acm_certificate", "Certificates of ACM with every kind of key.", AcmClient::builder)
                .keys(
                        "acm:ListCertificates",
                        acm -> () -> acm
                                .listCertificatesPaginator(request -> request.maxItems(1000)
                                        .includes(filter -> filter.keyTypes(KeyAlgorithm.knownValues())))
                                .certificateSummaryList()
                                .stream()
                                .map(CertificateSummary::certificateArn)
                                .iterator())
                .describe(
                        "acm:DescribeCertificate",
                        of(CertificateDetail::builder),
                        (acm, arn) -> acm.describeCertificate(request -> request.certificateArn(arn))
                                .certificate())
                .arn((row, place) -> row.certificateArn())
                .name(CertificateDetail::domainName)
                .gone("ResourceNotFoundException");
    }
}
