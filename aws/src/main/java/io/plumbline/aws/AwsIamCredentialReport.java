package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;

/** The credential report: one line a user and one for root, made by AWS at most every four hours. */
@AutoService(ResourceType.class)
public final class AwsIamCredentialReport implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_credential_report",
                        "What the credential report says of each user and of root.",
                        IamClient::builder)
                .keys("iam:GenerateCredentialReport", CredentialReport::request)
                .describe(
                        "iam:GetCredentialReport",
                        1,
                        of(CredentialReportRow.class),
                        (iam, request) -> CredentialReport.read(iam))
                .arn((row, place) -> row.userArn())
                .name(CredentialReportRow::userName);
    }
}
