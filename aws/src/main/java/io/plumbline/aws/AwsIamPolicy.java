package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;

/** Customer managed IAM policies with the documents of all versions. */
@AutoService(ResourceType.class)
public final class AwsIamPolicy implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_policy",
                        "Customer managed IAM policies with the documents of all versions.",
                        IamClient::builder)
                .from(IamAuthorization.DETAILS, of(ManagedPolicyDetail::builder), answer -> answer.policies())
                .arn((row, place) -> row.arn())
                .name(ManagedPolicyDetail::policyName);
    }
}
