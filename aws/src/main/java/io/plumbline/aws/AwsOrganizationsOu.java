package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import java.util.List;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** The organizational units, asked for once: in the management account. */
@AutoService(ResourceType.class)
public final class AwsOrganizationsOu implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_organizations_ou",
                        "Organizational units, each with its way down from the root.",
                        OrganizationsClient::builder)
                .under(
                        "aws_organization",
                        "organizations:ListOrganizationalUnitsForParent",
                        of(OrganizationalUnitRow.class),
                        (organizations, organization, place) ->
                                place.answersFor(organization) ? OrganizationalUnits.of(organizations) : List.of())
                .arn((row, place) -> row.arn())
                .name(OrganizationalUnitRow::name)
                .gone("ParentNotFoundException");
    }
}
