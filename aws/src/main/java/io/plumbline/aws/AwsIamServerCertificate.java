package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;

/** Server certificates kept in IAM; an expired one stays until somebody deletes it. */
@AutoService(ResourceType.class)
public final class AwsIamServerCertificate implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_server_certificate",
                        "Server certificates kept in IAM, with the day each expires.",
                        IamClient::builder)
                .list(
                        "iam:ListServerCertificates",
                        of(ServerCertificateMetadata::builder),
                        iam -> iam.listServerCertificatesPaginator(request -> request.maxItems(1000))
                                .serverCertificateMetadataList())
                .arn((row, place) -> row.arn())
                .name(ServerCertificateMetadata::serverCertificateName);
    }
}
