package io.plumbline.collect;

import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.Root;

/** Reads an organization's tree of units and accounts, from its management account or a delegated administrator. */
final class Organization {
    private final OrganizationsClient client;
    private final Caller caller;
    private final List<Member> members = new ArrayList<>();

    /** An account and what is said of it. */
    record Member(String id, AccountRow row) {}

    private Organization(OrganizationsClient client, Caller caller) {
        this.client = client;
        this.caller = caller;
    }

    /**
     * Every account, suspended ones too, in the order of the tree: two calls a unit, none an account.
     *
     * @throws BadInput if this account may not read the organization
     */
    static List<Member> members(Clients clients, Caller caller) {
        Organization organization = new Organization(
                clients.of(OrganizationsClient::builder, caller.partition().homeRegion()), caller);
        try {
            software.amazon.awssdk.services.organizations.model.Organization found = organization.ask(
                    "organizations:DescribeOrganization",
                    () -> organization.client.describeOrganization().organization());
            for (Root root : organization.ask(
                    "organizations:ListRoots",
                    () -> organization.client.listRootsPaginator().stream()
                            .flatMap(page -> page.roots().stream())
                            .toList())) {
                organization.walk(root.id(), List.of(), List.of(root.id()), found.id(), found.masterAccountId());
            }
            return organization.members;
        } catch (SdkException e) {
            Trouble trouble = Trouble.of(e);
            throw new BadInput(
                    "The organization cannot be read as " + caller.arn() + ": " + trouble.code() + " "
                            + trouble.message()
                            + ". Use the management account or a delegated administrator with organizations:DescribeOrganization,"
                            + " ListRoots, ListOrganizationalUnitsForParent and ListAccountsForParent, or name accounts with --accounts.",
                    e);
        }
    }

    private void walk(String parent, List<String> names, List<String> ids, String organizationId, String management) {
        List<Account> accounts = ask(
                "organizations:ListAccountsForParent",
                () -> client.listAccountsForParentPaginator(request -> request.parentId(parent)).stream()
                        .flatMap(page -> page.accounts().stream())
                        .toList());
        for (Account account : accounts) {
            members.add(new Member(
                    account.id(),
                    new AccountRow(
                            account.name(),
                            Optional.ofNullable(account.email()),
                            account.statusAsString() == null ? "ACTIVE" : account.statusAsString(),
                            Optional.of(organizationId),
                            names,
                            ids,
                            account.id().equals(management),
                            false)));
        }
        List<OrganizationalUnit> units = ask(
                "organizations:ListOrganizationalUnitsForParent",
                () -> client.listOrganizationalUnitsForParentPaginator(request -> request.parentId(parent)).stream()
                        .flatMap(page -> page.organizationalUnits().stream())
                        .toList());
        for (OrganizationalUnit unit : units) {
            walk(unit.id(), with(names, unit.name()), with(ids, unit.id()), organizationId, management);
        }
    }

    /** The tags of an account, for choosing accounts by them. */
    static List<String> tags(Clients clients, Caller caller, String accountId) {
        Organization organization = new Organization(
                clients.of(OrganizationsClient::builder, caller.partition().homeRegion()), caller);
        return organization.ask(
                "organizations:ListTagsForResource",
                () ->
                        organization
                                .client
                                .listTagsForResourcePaginator(request -> request.resourceId(accountId))
                                .tags()
                                .stream()
                                .map(tag -> tag.key() + "=" + tag.value())
                                .toList());
    }

    private <T> T ask(String action, java.util.concurrent.Callable<T> work) {
        return new Call(
                        caller.accountId().value(),
                        caller.partition().homeRegion(),
                        action,
                        caller.credentials(),
                        new CallMeter())
                .run(work);
    }

    private static List<String> with(List<String> list, String more) {
        List<String> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
