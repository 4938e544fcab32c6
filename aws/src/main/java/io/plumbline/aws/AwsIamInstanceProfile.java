package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Tag;

/** Instance profiles and the roles in them. */
@AutoService(ResourceType.class)
public final class AwsIamInstanceProfile implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global("aws_iam_instance_profile", "Instance profiles and the roles in them.", IamClient::builder)
                .list(
                        "iam:ListInstanceProfiles",
                        of(InstanceProfile::builder),
                        iam -> iam.listInstanceProfilesPaginator(request -> request.maxItems(1000))
                                .instanceProfiles())
                .arn((row, place) -> row.arn())
                .name(InstanceProfile::instanceProfileName)
                .tags(InstanceProfile::tags, Tag::key, Tag::value);
    }
}
