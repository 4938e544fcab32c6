package io.plumbline.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many rows of a table came and went between two snapshots. Only where both scans looked: a row of an account or region that one of
 * them did not read, or of a table that it read in part, is neither new nor gone.
 *
 * @param appeared only in the later one
 * @param disappeared only in the earlier one
 */
public record AssetChange(String table, long appeared, long disappeared) {
    private static final String LOOKED = "plumbline_looked";

    /** Compares; the tables with a change, by name. */
    public static List<AssetChange> between(Snapshot before, Snapshot after, Schemas schemas) {
        List<AssetChange> changes = new ArrayList<>();
        try (Database database = Database.open()) {
            Set<String> common = new TreeSet<>(before.manifest().tables().keySet());
            common.retainAll(after.manifest().tables().keySet());
            List<TableSchema> tables = common.stream()
                    .flatMap(name -> schemas.table(name).stream())
                    .toList();
            before.attach(database, () -> tables, "before");
            after.attach(database, () -> tables, "after");
            database.execute("create temp table " + LOOKED + " as select b.account_id, b.table_name from ("
                    + looked("before") + ") b join (" + looked("after") + ") a using (account_id, table_name)");
            String where = sameRegions(before.manifest(), after.manifest());
            for (TableSchema table : tables) {
                if (whole(before.manifest(), table.name()) && whole(after.manifest(), table.name())) {
                    AssetChange change = compare(database, table.name(), where);
                    if (change.appeared() + change.disappeared() > 0) {
                        changes.add(change);
                    }
                }
            }
        }
        return changes;
    }

    /** A table with a focus holds what other tables pointed at, which says nothing of what else there was. */
    private static boolean whole(Manifest manifest, String table) {
        return manifest.tables().containsKey(table) && !manifest.focus().containsKey(table);
    }

    /** Accounts and tables without a list or a description that failed; {@code *} is the journal's column of a description. */
    private static String looked(String schema) {
        return "select account_id, table_name from " + schema + ".journal where column_name in ('', '*')"
                + " group by account_id, table_name having bool_and(status = '" + CellStatus.READ.word() + "')";
    }

    private static AssetChange compare(Database database, String table, String where) {
        long[] counts = new long[2];
        database.each(
                "select count(*) filter (b.arn is null), count(*) filter (a.arn is null) from " + rows("before", table)
                        + " b full join " + rows("after", table) + " a using (account_id, arn) join " + LOOKED
                        + " l on l.account_id = coalesce(a.account_id, b.account_id) and l.table_name = "
                        + Sql.text(table)
                        + " where (a.arn is null or b.arn is null)" + where,
                row -> {
                    counts[0] = row.getLong(1);
                    counts[1] = row.getLong(2);
                    return true;
                });
        return new AssetChange(table, counts[0], counts[1]);
    }

    private static String rows(String schema, String table) {
        return "(select account_id, arn, any_value(region) as region from " + schema + "." + Sql.name(table)
                + " where arn <> '' group by account_id, arn)";
    }

    /** The condition that a row stands in no region that only one of the scans read in its account. */
    private static String sameRegions(Manifest before, Manifest after) {
        Set<String> different = new TreeSet<>(pairs(before));
        Set<String> later = pairs(after);
        Set<String> common = new HashSet<>(later);
        common.retainAll(different);
        different.addAll(later);
        different.removeAll(common);
        return different.isEmpty()
                ? ""
                : " and (coalesce(a.account_id, b.account_id), coalesce(a.region, b.region)) not in (values "
                        + String.join(", ", different) + ")";
    }

    private static Set<String> pairs(Manifest manifest) {
        return manifest.accounts().stream()
                .flatMap(account -> account.regions().stream()
                        .map(region -> "(" + Sql.text(account.id()) + ", " + Sql.text(region) + ")"))
                .collect(Collectors.toSet());
    }
}
