package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.Tag;

/** IAM roles with their policies, trust and last use. */
@AutoService(ResourceType.class)
public final class AwsIamRole implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global("aws_iam_role", "IAM roles with their policies, trust and last use.", IamClient::builder)
                .from(IamAuthorization.DETAILS, of(RoleDetail::builder), answer -> answer.roleDetailList())
                .arn((row, place) -> row.arn())
                .name(RoleDetail::roleName)
                .tags(RoleDetail::tags, Tag::key, Tag::value);
    }
}
