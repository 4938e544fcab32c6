package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PolicyStatus;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;

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
                .detail(
                        "versioning",
                        "s3:GetBucketVersioning",
                        of(GetBucketVersioningResponse::builder),
                        (s3, bucket) -> s3.getBucketVersioning(request -> request.bucket(bucket.name())))
                .detail(
                        "encryption",
                        "s3:GetEncryptionConfiguration",
                        of(ServerSideEncryptionConfiguration::builder),
                        (s3, bucket) -> s3.getBucketEncryption(request -> request.bucket(bucket.name()))
                                .serverSideEncryptionConfiguration())
                .detail(
                        "replication",
                        "s3:GetReplicationConfiguration",
                        of(ReplicationConfiguration::builder),
                        (s3, bucket) -> s3.getBucketReplication(request -> request.bucket(bucket.name()))
                                .replicationConfiguration())
                .detail(
                        "object_lock",
                        "s3:GetBucketObjectLockConfiguration",
                        of(ObjectLockConfiguration::builder),
                        (s3, bucket) -> s3.getObjectLockConfiguration(request -> request.bucket(bucket.name()))
                                .objectLockConfiguration())
                .detail(
                        "ownership",
                        "s3:GetBucketOwnershipControls",
                        of(OwnershipControls::builder),
                        (s3, bucket) -> s3.getBucketOwnershipControls(request -> request.bucket(bucket.name()))
                                .ownershipControls())
                .detail(
                        "lifecycle",
                        "s3:GetLifecycleConfiguration",
                        Shape.list(of(LifecycleRule::builder)),
                        (s3, bucket) -> s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket.name()))
                                .rules())
                .detail(
                        "website",
                        "s3:GetBucketWebsite",
                        of(GetBucketWebsiteResponse::builder),
                        (s3, bucket) -> s3.getBucketWebsite(request -> request.bucket(bucket.name())))
                .detail(
                        "notification",
                        "s3:GetBucketNotification",
                        of(GetBucketNotificationConfigurationResponse::builder),
                        (s3, bucket) -> s3.getBucketNotificationConfiguration(request -> request.bucket(bucket.name())))
                .detail(
                        "resource_tags",
                        "s3:GetBucketTagging",
                        Shape.texts(),
                        (s3, bucket) -> s3.getBucketTagging(request -> request.bucket(bucket.name())).tagSet().stream()
                                .collect(Collectors.toMap(Tag::key, Tag::value)))
                .arn((row, place) ->
                        place.partition().arn("s3", "", "", row.name()).toString())
                .name(Bucket::name)
                .none(
                        "NoSuchBucketPolicy",
                        "NoSuchPublicAccessBlockConfiguration",
                        "ServerSideEncryptionConfigurationNotFoundError",
                        "ReplicationConfigurationNotFoundError",
                        "ObjectLockConfigurationNotFoundError",
                        "OwnershipControlsNotFoundError",
                        "NoSuchLifecycleConfiguration",
                        "NoSuchWebsiteConfiguration",
                        "NoSuchTagSet")
                .gone("NoSuchBucket");
    }
}
