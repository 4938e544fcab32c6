package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.rolesanywhere.RolesAnywhereClient;
import software.amazon.awssdk.services.rolesanywhere.model.ProfileDetail;

/** Which roles a certificate can be exchanged for, and for how long. */
@AutoService(ResourceType.class)
public final class AwsRolesanywhereProfile implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_rolesanywhere_profile",
                        "Which roles a certificate can be exchanged for, and for how long.",
                        RolesAnywhereClient::builder)
                .list(
                        "rolesanywhere:ListProfiles",
                        of(ProfileDetail::builder),
                        rolesanywhere -> rolesanywhere
                                .listProfilesPaginator(request -> {})
                                .profiles())
                .arn((row, place) -> row.profileArn())
                .name(ProfileDetail::name);
    }
}
