package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GroupDetail;

/** IAM groups with their policies. */
@AutoService(ResourceType.class)
public final class AwsIamGroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global("aws_iam_group", "IAM groups with their policies.", IamClient::builder)
                .from(IamAuthorization.DETAILS, of(GroupDetail::builder), answer -> answer.groupDetailList())
                .arn((row, place) -> row.arn())
                .name(GroupDetail::groupName);
    }
}
