package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.Place;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.EnabledServicePrincipal;
import software.amazon.awssdk.services.organizations.model.Organization;
import software.amazon.awssdk.services.organizations.model.Root;

/** The organization as each of its accounts sees it; what only its management may ask is asked there. */
@AutoService(ResourceType.class)
public final class AwsOrganization implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_organization",
                        "The organization that an account belongs to; no row for an account that stands alone.",
                        OrganizationsClient::builder)
                .one(
                        "organizations:DescribeOrganization",
                        of(Organization::builder),
                        organizations -> organizations.describeOrganization().organization())
                .detail(
                        "roots",
                        "organizations:ListRoots",
                        Shape.list(of(Root::builder)),
                        (organizations, organization, place) ->
                                organizations.listRootsPaginator(request -> request.maxResults(20)).stream()
                                        .flatMap(page -> page.roots().stream())
                                        .toList(),
                        AwsOrganization::answers)
                .detail(
                        "service_access",
                        "organizations:ListAWSServiceAccessForOrganization",
                        Shape.list(of(EnabledServicePrincipal::builder)),
                        (organizations, organization, place) ->
                                organizations
                                        .listAWSServiceAccessForOrganizationPaginator(request -> request.maxResults(20))
                                        .stream()
                                        .flatMap(page -> page.enabledServicePrincipals().stream())
                                        .toList(),
                        AwsOrganization::answers)
                .arn((row, place) -> row.arn())
                .name(Organization::id)
                .none("AWSOrganizationsNotInUseException");
    }

    /** The management account, whose number is in the ARN; any account where that one is not scanned. */
    private static boolean answers(Organization organization, Place place) {
        return place.answersFor(organization.arn());
    }
}
