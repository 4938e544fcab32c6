package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.List;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.Parent;
import software.amazon.awssdk.services.organizations.model.Tag;

/** The accounts of the organization, asked for once: in its management account. */
@AutoService(ResourceType.class)
public final class AwsOrganizationsAccount implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_organizations_account",
                        "Accounts of the organization, with the unit that each is in.",
                        OrganizationsClient::builder)
                .under(
                        "aws_organization",
                        "organizations:ListAccounts",
                        of(Account::builder),
                        (organizations, organization, place) -> place.answersFor(organization)
                                ? () -> organizations.listAccountsPaginator(request -> request.maxResults(20)).stream()
                                        .flatMap(page -> page.accounts().stream())
                                        .iterator()
                                : List.of())
                .detail(
                        "parents",
                        "organizations:ListParents",
                        Shape.list(of(Parent::builder)),
                        (organizations, account) ->
                                organizations.listParentsPaginator(request -> request.childId(account.id())).stream()
                                        .flatMap(page -> page.parents().stream())
                                        .toList())
                .detail(
                        "resource_tags",
                        "organizations:ListTagsForResource",
                        Shape.texts(),
                        (organizations, account) -> Tagged.map(
                                organizations
                                        .listTagsForResourcePaginator(request -> request.resourceId(account.id()))
                                        .tags()
                                        .stream()
                                        .toList(),
                                Tag::key,
                                Tag::value))
                .arn((row, place) -> row.arn())
                .name(Account::name)
                .gone("ChildNotFoundException", "TargetNotFoundException");
    }
}
