package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.List;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.DelegatedAdministrator;
import software.amazon.awssdk.services.organizations.model.DelegatedService;

/** Accounts that administer a service for the whole organization. */
@AutoService(ResourceType.class)
public final class AwsOrganizationsDelegatedAdmin implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_organizations_delegated_admin",
                        "Accounts that administer a service for the whole organization.",
                        OrganizationsClient::builder)
                .under(
                        "aws_organization",
                        "organizations:ListDelegatedAdministrators",
                        of(DelegatedAdministrator::builder),
                        (organizations, organization, place) -> place.answersFor(organization)
                                ? organizations
                                        .listDelegatedAdministratorsPaginator(request -> request.maxResults(20))
                                        .delegatedAdministrators()
                                : List.of())
                .detail(
                        "delegated_services",
                        "organizations:ListDelegatedServicesForAccount",
                        Shape.list(of(DelegatedService::builder)),
                        (organizations, account) -> organizations
                                .listDelegatedServicesForAccountPaginator(request ->
                                        request.accountId(account.id()).maxResults(20))
                                .delegatedServices()
                                .stream()
                                .toList())
                .arn((row, place) -> row.arn())
                .name(DelegatedAdministrator::name)
                .gone("AccountNotRegisteredException");
    }
}
