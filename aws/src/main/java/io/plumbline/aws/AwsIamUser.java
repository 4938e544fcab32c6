package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** IAM users with their policies and groups. */
@AutoService(ResourceType.class)
public final class AwsIamUser implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global("aws_iam_user", "IAM users with their policies and groups.", IamClient::builder)
                .from(IamAuthorization.DETAILS, of(UserDetail::builder), answer -> answer.userDetailList())
                .arn((row, place) -> row.arn())
                .name(UserDetail::userName)
                .tags(UserDetail::tags, Tag::key, Tag::value);
    }
}
