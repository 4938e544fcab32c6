package io.plumbline.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;

/** Walks an organization from its roots down: one paged call for each unit. */
final class OrganizationalUnits {
    private OrganizationalUnits() {}

    static List<OrganizationalUnitRow> of(OrganizationsClient organizations) {
        List<OrganizationalUnitRow> units = new ArrayList<>();
        organizations.listRootsPaginator(request -> request.maxResults(20)).stream()
                .flatMap(page -> page.roots().stream())
                .forEach(root -> walk(organizations, root.id(), List.of(), units));
        return units;
    }

    private static void walk(
            OrganizationsClient organizations, String parent, List<String> path, List<OrganizationalUnitRow> units) {
        List<OrganizationalUnit> below =
                organizations
                        .listOrganizationalUnitsForParentPaginator(
                                request -> request.parentId(parent).maxResults(20))
                        .stream()
                        .flatMap(page -> page.organizationalUnits().stream())
                        .toList();
        for (OrganizationalUnit unit : below) {
            List<String> own =
                    Stream.concat(path.stream(), Stream.of(unit.name())).toList();
            units.add(new OrganizationalUnitRow(unit.id(), unit.arn(), unit.name(), parent, own));
            walk(organizations, unit.id(), own, units);
        }
    }
}
