package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;

/** Counts of an account's identities, and what its root user has. */
@AutoService(ResourceType.class)
public final class AwsIamAccountSummary implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_account_summary",
                        "Counts of an account's identities, and what its root user has.",
                        IamClient::builder)
                .one("iam:GetAccountSummary", of(GetAccountSummaryResponse::builder), iam -> iam.getAccountSummary())
                .arn((row, place) -> place.account());
    }
}
