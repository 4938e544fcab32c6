package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.Place;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusResponse;
import software.amazon.awssdk.services.kms.model.GrantListEntry;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.MultiRegionKeyType;
import software.amazon.awssdk.services.kms.model.OriginType;
import software.amazon.awssdk.services.kms.model.Tag;

/** KMS keys of the account; rotation is asked only of keys that can rotate. */
@AutoService(ResourceType.class)
public final class AwsKmsKey implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_kms_key", "KMS keys, and whether those that can rotate do.", KmsClient::builder)
                .keys(
                        "kms:ListKeys",
                        kms -> kms.listKeysPaginator(request -> request.limit(1000)).keys().stream()
                                .map(KeyListEntry::keyArn)
                                .toList())
                .describe(
                        "kms:DescribeKey",
                        of(KeyMetadata::builder),
                        (kms, arn) ->
                                kms.describeKey(request -> request.keyId(arn)).keyMetadata())
                .detail(
                        "rotation",
                        "kms:GetKeyRotationStatus",
                        of(GetKeyRotationStatusResponse::builder),
                        (kms, key, place) -> kms.getKeyRotationStatus(request -> request.keyId(key.keyId())),
                        AwsKmsKey::canRotate)
                .detail(
                        "policy",
                        "kms:GetKeyPolicy",
                        Shape.text(),
                        (kms, key) -> kms.getKeyPolicy(
                                        request -> request.keyId(key.keyId()).policyName("default"))
                                .policy())
                .detail(
                        "grants",
                        "kms:ListGrants",
                        Shape.list(of(GrantListEntry::builder)),
                        (kms, key) ->
                                kms
                                        .listGrantsPaginator(request ->
                                                request.keyId(key.keyId()).limit(100))
                                        .grants()
                                        .stream()
                                        .toList())
                .detail(
                        "aliases",
                        "kms:ListAliases",
                        Shape.list(of(AliasListEntry::builder)),
                        (kms, key) ->
                                kms
                                        .listAliasesPaginator(request ->
                                                request.keyId(key.keyId()).limit(100))
                                        .aliases()
                                        .stream()
                                        .toList())
                .detail(
                        "resource_tags",
                        "kms:ListResourceTags",
                        Shape.texts(),
                        (kms, key, place) ->
                                kms
                                        .listResourceTagsPaginator(request ->
                                                request.keyId(key.keyId()).limit(50))
                                        .tags()
                                        .stream()
                                        .collect(Collectors.toMap(Tag::tagKey, Tag::tagValue)),
                        // Keys of AWS have no tags; asking for them is refused.
                        (key, place) -> key.keyManager() == KeyManagerType.CUSTOMER)
                .arn((row, place) -> row.arn())
                .name(KeyMetadata::keyId)
                .gone("NotFoundException");
    }

    /** AWS answers for other keys with an error (KMS Developer Guide, "Rotate KMS keys"). */
    private static boolean canRotate(KeyMetadata key, Place place) {
        boolean replica = key.multiRegionConfiguration() != null
                && key.multiRegionConfiguration().multiRegionKeyType() == MultiRegionKeyType.REPLICA;
        return key.keyManager() == KeyManagerType.CUSTOMER
                && key.keySpec() == KeySpec.SYMMETRIC_DEFAULT
                && key.origin() == OriginType.AWS_KMS
                && key.keyState() == KeyState.ENABLED
                && !replica;
    }
}
