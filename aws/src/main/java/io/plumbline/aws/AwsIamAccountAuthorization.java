package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;

/** Every identity and customer policy in one table, out of the answer that the tables of users, groups, roles and policies share. */
@AutoService(ResourceType.class)
public final class AwsIamAccountAuthorization implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_account_authorization",
                        "Users, groups, roles and customer policies of the account in one table, with all their documents.",
                        IamClient::builder)
                .from(IamAuthorization.DETAILS, of(IamAuthorizationRow.class), IamAuthorizationRow::all)
                .arn((row, place) -> row.identityArn())
                .name(IamAuthorizationRow::identityName);
    }
}
