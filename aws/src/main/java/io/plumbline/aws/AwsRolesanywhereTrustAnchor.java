package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.rolesanywhere.RolesAnywhereClient;
import software.amazon.awssdk.services.rolesanywhere.model.TrustAnchorDetail;

/** Certificate authorities whose certificates can be exchanged for roles. */
@AutoService(ResourceType.class)
public final class AwsRolesanywhereTrustAnchor implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_rolesanywhere_trust_anchor",
                        "Certificate authorities whose certificates can be exchanged for credentials of a role.",
                        RolesAnywhereClient::builder)
                .list(
                        "rolesanywhere:ListTrustAnchors",
                        of(TrustAnchorDetail::builder),
                        rolesanywhere -> rolesanywhere
                                .listTrustAnchorsPaginator(request -> {})
                                .trustAnchors())
                .arn((row, place) -> row.trustAnchorArn())
                .name(TrustAnchorDetail::name);
    }
}
