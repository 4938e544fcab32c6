package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;

/** Directories of people behind IAM Identity Center; each comes out of the instance that it belongs to. */
@AutoService(ResourceType.class)
public final class AwsIdentitystore implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_identitystore",
                        "Directories of people behind IAM Identity Center.",
                        SsoAdminClient::builder)
                .list("sso:ListInstances", of(InstanceMetadata::builder), IdentityCenter::instances)
                .arn((row, place) -> place.partition()
                        .arn(
                                "identitystore",
                                "",
                                row.ownerAccountId() == null ? place.accountId().value() : row.ownerAccountId(),
                                "identitystore/" + row.identityStoreId())
                        .toString())
                .name(InstanceMetadata::identityStoreId);
    }
}
