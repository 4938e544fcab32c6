package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.PolicyStatus;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** S3 buckets; each detail is a call to the bucket's own region. */
@AutoService(ResourceType.class)
public final class AwsS3Bucket implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_s3_bucket",
                        "S3 buckets that the account owns.",
                        () -> S3Client.builder().forcePathStyle(true))
                .list(
                        "s3:ListAllMyBuckets",
                        of(Bucket::builder),
                        s3 -> s3.listBucketsPaginator(request -> request.maxBuckets(1000))
                                .buckets())
                .in(Bucket::bucketRegion)
                .detail(
                        "acl",
                        "s3:GetBucketAcl",
                        of(GetBucketAclResponse::builder),
                        (s3, bucket) -> s3.getBucketAcl(request -> request.bucket(bucket.name())))
                .detail(
                        "policy",
                        "s3:GetBucketPolicy",
                        Shape.text(),
                        (s3, bucket) -> s3.getBucketPolicy(request -> request.bucket(bucket.name()))
                                .policy())
                .detail(
                        "policy_status",
                        "s3:GetBucketPolicyStatus",
                        of(PolicyStatus::builder),
                        (s3, bucket) -> s3.getBucketPolicyStatus(request -> request.bucket(bucket.name()))
                                .policyStatus())
                .detail(
                        "public_access_block",
                        "s3:GetBucketPublicAccessBlock",
                        of(PublicAccessBlockConfiguration::builder),
                        (s3, bucket) -> s3.getPublicAccessBlock(request -> request.bucket(bucket.name()))
                                .publicAccessBlockConfiguration())
                .detail(
                        "logging",
                        "s3:GetBucketLogging",
                        of(LoggingEnabled::builder),
                        (s3, bucket) -> s3.getBucketLogging(request -> request.bucket(bucket.name()))
                                .loggingEnabled())
                .arn((row, place) ->
                        place.partition().arn("s3", "", "", row.name()).toString())
                .name(Bucket::name)
                .none("NoSuchBucketPolicy", "NoSuchPublicAccessBlockConfiguration")
                .gone("NoSuchBucket");
    }
}
