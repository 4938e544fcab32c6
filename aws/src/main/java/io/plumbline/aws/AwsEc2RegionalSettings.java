package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GetEbsEncryptionByDefaultResponse;
import software.amazon.awssdk.services.ec2.model.GetImageBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.GetSerialConsoleAccessStatusResponse;
import software.amazon.awssdk.services.ec2.model.GetSnapshotBlockPublicAccessStateResponse;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataDefaultsResponse;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessOptions;

/** What an account has decided for all of EC2 in a region. */
@AutoService(ResourceType.class)
public final class AwsEc2RegionalSettings implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_regional_settings",
                        "Switches of EC2 that hold for a whole region of an account.",
                        Ec2Client::builder)
                .one(
                        "ec2:GetEbsEncryptionByDefault",
                        of(GetEbsEncryptionByDefaultResponse::builder),
                        ec2 -> ec2.getEbsEncryptionByDefault(request -> {}))
                .detail(
                        "snapshot_block_public_access",
                        "ec2:GetSnapshotBlockPublicAccessState",
                        of(GetSnapshotBlockPublicAccessStateResponse::builder),
                        (ec2, row) -> ec2.getSnapshotBlockPublicAccessState(request -> {}))
                .detail(
                        "image_block_public_access",
                        "ec2:GetImageBlockPublicAccessState",
                        of(GetImageBlockPublicAccessStateResponse::builder),
                        (ec2, row) -> ec2.getImageBlockPublicAccessState(request -> {}))
                .detail(
                        "instance_metadata_defaults",
                        "ec2:GetInstanceMetadataDefaults",
                        of(InstanceMetadataDefaultsResponse::builder),
                        (ec2, row) ->
                                ec2.getInstanceMetadataDefaults(request -> {}).accountLevel())
                .detail(
                        "serial_console_access",
                        "ec2:GetSerialConsoleAccessStatus",
                        of(GetSerialConsoleAccessStatusResponse::builder),
                        (ec2, row) -> ec2.getSerialConsoleAccessStatus(request -> {}))
                .detail(
                        "ebs_default_kms_key_id",
                        "ec2:GetEbsDefaultKmsKeyId",
                        Shape.text(),
                        (ec2, row) -> ec2.getEbsDefaultKmsKeyId(request -> {}).kmsKeyId())
                .detail(
                        "vpc_block_public_access_options",
                        "ec2:DescribeVpcBlockPublicAccessOptions",
                        of(VpcBlockPublicAccessOptions::builder),
                        (ec2, row) -> ec2.describeVpcBlockPublicAccessOptions(request -> {})
                                .vpcBlockPublicAccessOptions())
                .arn((row, place) -> place.arn("ec2", "regional-settings"));
    }
}
