package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;

/** IAM Identity Center, in the region and the account that it lives in. */
@AutoService(ResourceType.class)
public final class AwsSsoadminInstance implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ssoadmin_instance",
                        "IAM Identity Center instances, each where it lives.",
                        SsoAdminClient::builder)
                .list("sso:ListInstances", of(InstanceMetadata::builder), IdentityCenter::instances)
                .arn((row, place) -> row.instanceArn())
                .name(InstanceMetadata::name);
    }
}
