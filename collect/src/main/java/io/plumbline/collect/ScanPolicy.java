package io.plumbline.collect;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that a scan's role must be allowed, made of the actions that the resource types declare.
 *
 * @param actions IAM actions, sorted
 */
public record ScanPolicy(SortedSet<String> actions) {
    /** What entering an account takes, whatever is read there. */
    private static final List<String> ALWAYS = List.of("ec2:DescribeRegions", "iam:ListAccountAliases");

    /** What reading the organization takes; only the caller's own account needs it. */
    private static final List<String> ORGANIZATION = List.of(
            "organizations:DescribeOrganization",
            "organizations:ListRoots",
            "organizations:ListOrganizationalUnitsForParent",
            "organizations:ListAccountsForParent",
            "organizations:ListTagsForResource");

    /** For everything that is declared. */
    public static ScanPolicy all(List<Source<?, ?>> sources) {
        SortedSet<String> actions = new TreeSet<>(ALWAYS);
        sources.forEach(source -> actions.addAll(source.actions()));
        return allowed(actions);
    }

    /** For what is needed, the tables that others wait for included. */
    public static ScanPolicy of(List<Source<?, ?>> sources, List<Need> needs) {
        SortedSet<String> actions = new TreeSet<>(ALWAYS);
        try (Database database = Database.open()) {
            Plan plan = Order.of(database, sources, needs).plan();
            sources.stream()
                    .filter(source -> plan.tables().containsKey(source.table()))
                    .forEach(source -> {
                        actions.addAll(source.findingActions());
                        plan.tables()
                                .getOrDefault(
                                        source.table(), new Plan.TablePlan(java.util.Set.of(), List.of(), Map.of()))
                                .details()
                                .forEach(column -> actions.add(source.action(column)));
                    });
        }
        return allowed(actions);
    }

    /** Nobody needs to be allowed to ask who he is. */
    private static ScanPolicy allowed(SortedSet<String> actions) {
        actions.remove("sts:GetCallerIdentity");
        return new ScanPolicy(actions);
    }

    /** The policy alone, as one document. IAM takes it in pieces only if it is longer than a policy may be: {@link ScanRole}. */
    public String json() {
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("Sid", "PlumblineReads");
        read.put("Effect", "Allow");
        read.put("Action", List.copyOf(actions));
        read.put("Resource", "*");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", List.of(read));
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document)
                + "\n";
    }

    /** What the caller's own account needs besides, to read an organization. */
    public static List<String> organizationActions() {
        return ORGANIZATION;
    }
}
