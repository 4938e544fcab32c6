package io.plumbline.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is new, gone and changed between two snapshots; only tables that both hold are compared. */
public final class Comparison {
    private static final List<String> NOT_COMPARED = List.of("collected_at", "unread");

    private Comparison() {}

    /** What happened to a row. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /** The lower-case word, in a fixed width. */
        public String word() {
            return String.format(Locale.ROOT, "%-7s", name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * One row's change.
     *
     * @param columns the columns that differ, for a changed row
     */
    public record Change(Kind kind, String table, String accountId, String region, String arn, List<String> columns) {}

    /** Compares; ordered by table, account and ARN. */
    public static List<Change> of(Snapshot before, Snapshot after, Schemas schemas) {
        List<Change> changes = new ArrayList<>();
        try (Database database = Database.openWide()) {
            before.attach(database, schemas, "before");
            after.attach(database, schemas, "after");
            for (TableSchema table : schemas.tables()) {
                boolean both = before.manifest().tables().containsKey(table.name())
                        && after.manifest().tables().containsKey(table.name());
                if (both) {
                    changes.addAll(compare(database, table));
                }
            }
        }
        return changes;
    }

    private static List<Change> compare(Database database, TableSchema table) {
        List<Column> compared = table.columns().stream()
                .filter(column -> !NOT_COMPARED.contains(column.name()))
                .toList();
        String differences = compared.stream()
                .map(column -> "case when a." + column.quoted() + "::varchar is distinct from b." + column.quoted()
                        + "::varchar then " + Sql.text(column.name()) + " end")
                .collect(Collectors.joining(", ", "list_filter([", "], lambda c: c is not null)"));
        String sql =
                "select coalesce(b.account_id, a.account_id), coalesce(b.region, a.region), coalesce(b.arn, a.arn),"
                        + " a.arn is null, b.arn is null, array_to_string(case when a.arn is null or b.arn is null then [] else "
                        + differences + " end, ',') as changed"
                        + " from before." + Sql.name(table.name()) + " a full join after." + Sql.name(table.name())
                        + " b on a.account_id = b.account_id and a.arn = b.arn and a.region = b.region"
                        + " where a.arn is null or b.arn is null or changed <> '' order by 1, 3";
        return database.query(sql, row -> {
            Kind kind = row.getBoolean(4) ? Kind.ADDED : row.getBoolean(5) ? Kind.REMOVED : Kind.CHANGED;
            String columns = row.getString(6);
            return new Change(
                    kind,
                    table.name(),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    columns == null || columns.isEmpty() ? List.of() : List.of(columns.split(",")));
        });
    }
}
