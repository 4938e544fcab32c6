package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** Virtual MFA devices that are assigned; their seeds are never kept. */
@AutoService(ResourceType.class)
public final class AwsIamVirtualMfaDevice implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_virtual_mfa_device",
                        "Virtual MFA devices that are assigned to a user or to root.",
                        IamClient::builder)
                .list(
                        "iam:ListVirtualMFADevices",
                        Shape.without(VirtualMFADevice::builder, "Base32StringSeed", "QRCodePNG"),
                        iam -> iam.listVirtualMFADevicesPaginator(
                                        request -> request.assignmentStatus(AssignmentStatusType.ASSIGNED))
                                .virtualMFADevices())
                .arn((row, place) -> row.serialNumber())
                .name(VirtualMFADevice::serialNumber)
                .tags(VirtualMFADevice::tags, Tag::key, Tag::value);
    }
}
