package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.Place;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.PermissionSet;

/** Permission sets: what people get in an account that they are assigned to. */
@AutoService(ResourceType.class)
public final class AwsSsoadminPermissionSet implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ssoadmin_permission_set",
                        "Permission sets: what people get in an account that they are assigned to.",
                        SsoAdminClient::builder)
                .under(
                        "aws_ssoadmin_instance",
                        "sso:ListPermissionSets",
                        of(Listed.class),
                        (sso, instance, place) -> sso
                                .listPermissionSetsPaginator(
                                        request -> request.instanceArn(instance).maxResults(100))
                                .permissionSets()
                                .stream()
                                .map(set -> new Listed(set, instance))
                                .toList())
                .detail(
                        "permission_set",
                        "sso:DescribePermissionSet",
                        of(PermissionSet::builder),
                        (sso, set) -> sso.describePermissionSet(request ->
                                        request.instanceArn(set.instanceArn()).permissionSetArn(set.permissionSetArn()))
                                .permissionSet())
                .detail(
                        "inline_policy",
                        "sso:GetInlinePolicyForPermissionSet",
                        Shape.text(),
                        AwsSsoadminPermissionSet::inlinePolicy,
                        (set, place) -> true)
                .arn((row, place) -> row.permissionSetArn())
                .name(row -> ArnText.lastPart(row.permissionSetArn()))
                .gone("ResourceNotFoundException");
    }

    /** AWS lists permission sets as bare ARNs. */
    record Listed(String permissionSetArn, String instanceArn) {}

    /** AWS answers with empty text where there is none. */
    private static @Nullable String inlinePolicy(SsoAdminClient sso, Listed set, Place place) {
        String policy = sso.getInlinePolicyForPermissionSet(
                        request -> request.instanceArn(set.instanceArn()).permissionSetArn(set.permissionSetArn()))
                .inlinePolicy();
        return policy == null || policy.isEmpty() ? null : policy;
    }
}
