package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;

/** Access keys of IAM users; the secret is never readable. */
@AutoService(ResourceType.class)
public final class AwsIamAccessKey implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_access_key",
                        "Access keys of IAM users, and when each was last used.",
                        IamClient::builder)
                .under(
                        "aws_iam_user",
                        "iam:ListAccessKeys",
                        of(AccessKeyMetadata::builder),
                        (iam, user, place) -> iam.listAccessKeysPaginator(
                                        request -> request.userName(ArnText.lastPart(user)))
                                .accessKeyMetadata())
                .detail(
                        "last_used",
                        "iam:GetAccessKeyLastUsed",
                        of(AccessKeyLastUsed::builder),
                        (iam, key) -> iam.getAccessKeyLastUsed(request -> request.accessKeyId(key.accessKeyId()))
                                .accessKeyLastUsed())
                .arn((row, place) -> place.parent().orElseGet(place::account) + "/" + row.accessKeyId())
                .name(AccessKeyMetadata::accessKeyId)
                .none("NoSuchEntity");
    }
}
