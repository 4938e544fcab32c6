package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** The account's own block of public S3 access; no row where it has none. */
@AutoService(ResourceType.class)
public final class AwsS3AccountPublicAccessBlock implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_s3_account_public_access_block",
                        "The account-wide block of public S3 access; no row where it has none.",
                        S3ControlClient::builder)
                .one(
                        "s3:GetAccountPublicAccessBlock",
                        of(PublicAccessBlockConfiguration::builder),
                        (s3, place) -> s3.getPublicAccessBlock(request ->
                                        request.accountId(place.accountId().value()))
                                .publicAccessBlockConfiguration())
                .arn((row, place) -> place.account())
                .none("NoSuchPublicAccessBlockConfiguration");
    }
}
