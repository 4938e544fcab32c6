package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;

/** The account's password policy; none is an answer, not an error. */
@AutoService(ResourceType.class)
public final class AwsIamPasswordPolicy implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_password_policy",
                        "The account's password policy; no row where it has none.",
                        IamClient::builder)
                .one(
                        "iam:GetAccountPasswordPolicy",
                        of(PasswordPolicy::builder),
                        iam -> iam.getAccountPasswordPolicy().passwordPolicy())
                .arn((row, place) -> place.account())
                .none("NoSuchEntity");
    }
}
