package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.model.Partition;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the folder of a rule out of a query, and refuses what could not run as one. It writes no file. */
public final class RuleDrafting {
    private static final String QUERY = "The query";

    private final Catalog catalog;
    private final Schemas schemas;

    public RuleDrafting(Catalog catalog, Schemas schemas) {
        this.catalog = catalog;
        this.schemas = schemas;
    }

    /**
     * The files of the rule's folder by their paths in a catalog.
     *
     * @throws BadInput if the id is taken or none, or the query cannot be a rule, saying why
     */
    public Map<String, String> files(RuleDraft draft) {
        String service = RuleTemplate.service(draft.id());
        if (catalog.rules().stream().anyMatch(rule -> rule.id().equals(draft.id()))) {
            throw new BadInput("There is a rule '" + draft.id() + "' already. Give this one another id.");
        }
        String query = RuleReader.statement(draft.sql().strip()).strip();
        try (Database database = Database.open()) {
            // Nothing is read but empty tables; SQL of somebody else's gets no chance at anything besides.
            Sandbox.restrict(database, List.of());
            RuleAnalysis analysis = new RuleAnalysis(database, schemas);
            Rule bare = rule(draft, service, "select 1", "cases: []");
            Set<String> tables =
                    new TreeSet<>(analysis.references(bare, QUERY, query).keySet());
            if (tables.isEmpty()) {
                throw new BadInput(QUERY + " reads no table, so there is nothing to judge.");
            }
            Map<String, String> columns = analysis.describe(QUERY, query);
            String sql = new DraftSql(draft, query, columns.keySet()).text();
            String cases = cases(draft, tables.iterator().next());
            new RuleCheck(analysis).check(rule(draft, service, sql, cases));
            Map<String, String> files = new LinkedHashMap<>();
            String folder = folder(draft, service);
            files.put(folder + "rule.yaml", yaml(draft));
            files.put(folder + "rule.sql", sql);
            files.put(folder + "cases.yaml", cases);
            return files;
        }
    }

    private static String folder(RuleDraft draft, String service) {
        return "rules/" + service + "/" + draft.id() + "/";
    }

    /** The rule as it will be read from its folder. */
    private static Rule rule(RuleDraft draft, String service, String sql, String cases) {
        String folder = folder(draft, service);
        CatalogFiles files = new CatalogFiles(
                "draft",
                false,
                Map.of(folder + "rule.yaml", yaml(draft), folder + "rule.sql", sql, folder + "cases.yaml", cases));
        return new RuleReader(files, List.of()).read(folder.substring(0, folder.length() - 1));
    }

    private static String yaml(RuleDraft draft) {
        return RuleTemplate.words(
                quoted(draft.title()),
                draft.severity(),
                quoted(draft.category()),
                quoted("what the column " + draft.unit() + " of the query names"),
                quoted(draft.meaning()));
    }

    /** A JSON text is one of YAML. */
    private static String quoted(String text) {
        return JsonText.of(text).replace("\u007f", "\\u007f");
    }

    private static String cases(RuleDraft draft, String table) {
        String unread = CaseRows.region(table, new Partition("aws")).equals("global")
                ? CaseFile.ACCOUNT
                : "region:" + CaseFile.ACCOUNT + ":us-east-1";
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Rows in, verdicts out. The first case fails on purpose: give it rows, and say what must come out.");
        if (draft.fails() == RuleDraft.Fails.EVERY_ROW) {
            lines.add("cannot:");
            lines.add("  PASS: the query gives what fails; what it does not give is not judged");
        }
        lines.add("cases:");
        lines.add("  - name: replace me with what " + draft.id() + " must find");
        lines.add("    tables:");
        lines.add("      " + table + ": []");
        lines.add("    expect:");
        lines.add("      - {unit: replace me, status: FAIL}");
        lines.add("");
        lines.add("  - name: " + table + " may not be read");
        lines.add("    unread:");
        lines.add("      - {table: " + table + ", action: \"service:List\", code: AccessDenied}");
        lines.add("    expect:");
        lines.add("      - {unit: \"" + unread + "\", status: UNKNOWN}");
        return String.join("\n", lines) + "\n";
    }

    /** The SELECT of a rule around a query. */
    private record DraftSql(RuleDraft draft, String query, Set<String> columns) {
        private static final Set<String> TAKEN = Set.of("account_id", "region", "status", "reason", "evidence");

        String text() {
            need("account_id", "A rule says of each unit which account it is in.");
            need(draft.unit(), "It was chosen to name what is judged.");
            draft.asset().ifPresent(asset -> need(asset, "It was chosen to name the asset."));
            boolean status = draft.fails() == RuleDraft.Fails.STATUS;
            if (status) {
                need("status", "Let the query give PASS or FAIL there, or let every row be a failed unit.");
            }
            return """
                    -- Made of a query: one row for each unit.
                    select
                      query.account_id,
                      %s as region,
                      query.%s::varchar as unit,
                      %s as asset,
                      %s as status,
                      %s as reason,
                      %s as evidence
                    from (
                    %s
                    ) query
                    join param p on p.account_id = query.account_id
                    """.formatted(
                            columns.contains("region") ? "coalesce(query.region, 'global')" : "'global'",
                            Sql.name(draft.unit()),
                            draft.asset()
                                    .map(asset -> "query." + Sql.name(asset) + "::varchar")
                                    .orElse("null::varchar"),
                            status ? "query.status::varchar" : "'FAIL'",
                            columns.contains("reason")
                                    ? "query.reason::varchar"
                                    : Sql.text(status ? "as the query says" : "the query finds it"),
                            evidence(),
                            query);
        }

        private void need(String column, String why) {
            if (!columns.contains(column)) {
                throw new BadInput(QUERY + " gives no column '" + column + "'. " + why + " It gives: "
                        + String.join(", ", columns) + ".");
            }
        }

        private String evidence() {
            if (columns.contains("evidence")) {
                return "query.evidence";
            }
            Optional<String> others = columns.stream()
                    .filter(column -> !TAKEN.contains(column)
                            && !column.equals(draft.unit())
                            && !Optional.of(column).equals(draft.asset()))
                    .map(column -> Sql.text(column) + ": query." + Sql.name(column))
                    .reduce((one, other) -> one + ", " + other);
            return others.map(all -> "{" + all + "}").orElse("null");
        }
    }
}
