package io.plumbline.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is new, gone and changed between two snapshots. Only where both scans looked: a row of a cell that one of them did not read is neither
 * new nor gone, and a detail that one of them did not read is no change. Rows are compared part by part and told one by one, so memory
 * stays small however many there are.
 */
public final class Comparison implements AutoCloseable {
    private static final String CHANGED = "plumbline_changed";
    private static final String LOOKED = "plumbline_looked";
    private static final String UNREAD = "unread";

    private final Snapshot before;
    private final Snapshot after;
    private final Schemas schemas;
    private final Database database = Database.open();

    /** What happened to an asset. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /** The lower-case word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One asset's change.
     *
     * @param arn empty if AWS gives it none
     * @param name empty if it has none
     * @param fields those that differ, for a changed asset
     */
    public record Change(
            Kind kind,
            String table,
            String accountId,
            String region,
            String arn,
            String name,
            List<FieldChange> fields) {}

    /**
     * A cell that only one of the scans read, or none.
     *
     * @param why in words
     */
    public record NotCompared(String accountId, String region, String table, String why) {}

    /**
     * Opens both.
     *
     * @throws io.plumbline.model.BadInput if the journal of one is damaged
     */
    public Comparison(Snapshot before, Snapshot after, Schemas schemas) {
        this.before = before;
        this.after = after;
        this.schemas = schemas;
        before.attachJournal(database, "before");
        after.attachJournal(database, "after");
        database.execute("create temp table " + LOOKED
                + " as select account_id, region, table_name, coalesce(b.why, 'was not asked') as b, coalesce(a.why, 'was not asked')"
                + " as a from (" + looked("before") + ") b full join (" + looked("after")
                + ") a using (account_id, region, table_name)");
    }

    /** Why each cell's rows could not be found; empty if they were. */
    private static String looked(String schema) {
        return "select account_id, region, table_name, coalesce(any_value(status || case when code = '' then '' else ' (' || code || ')' end)"
                + " filter (status <> 'read'), '') as why from " + schema
                + ".journal where column_name in ('', '*') group by all";
    }

    /** Tells the changes, ordered by table, account, region and ARN. */
    public void changes(Consumer<Change> told) {
        Set<String> tables = new TreeSet<>(before.manifest().tables().keySet());
        tables.retainAll(after.manifest().tables().keySet());
        for (String table : tables) {
            boolean same = Objects.equals(
                    before.manifest().tables().get(table),
                    after.manifest().tables().get(table));
            if (!same) {
                schemas.table(table).ifPresent(schema -> compare(schema, told));
            }
        }
    }

    /** The cells where nothing could be compared. */
    public List<NotCompared> notCompared() {
        return database.query(
                "select account_id, region, table_name, concat_ws('; ', case when b <> '' then "
                        + Sql.text(before.manifest().id() + ": ") + " || b end, case when a <> '' then "
                        + Sql.text(after.manifest().id() + ": ") + " || a end) from " + LOOKED
                        + " where b <> '' or a <> '' order by all",
                row -> new NotCompared(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    private void compare(TableSchema table, Consumer<Change> told) {
        new TableViews(before, database, "before").createStored(table);
        new TableViews(after, database, "after").createStored(table);
        List<Column> compared = TableWriter.stored(table).stream()
                .filter(column ->
                        !column.name().equals(UNREAD) && !column.name().equals(TableWriter.CELL_REGION))
                .toList();
        gather(table, TableWriter.names(compared));
        Set<String> fields = compared.stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new));
        fields.removeAll(Set.of("account_id", "region", "partition", "arn"));
        database.each(pairs(table), row -> {
            JsonNode old = json(row.getString(5));
            JsonNode young = json(row.getString(6));
            Kind kind = old.isNull() ? Kind.ADDED : young.isNull() ? Kind.REMOVED : Kind.CHANGED;
            List<FieldChange> changes = kind == Kind.CHANGED ? changes(old, young, fields) : List.of();
            if (kind != Kind.CHANGED || !changes.isEmpty()) {
                told.accept(new Change(
                        kind,
                        table.name(),
                        text(row.getString(1)),
                        text(row.getString(2)),
                        text(row.getString(3)),
                        text(row.getString(4)),
                        changes));
            }
            return true;
        });
    }

    /** Collects the rows that are not on both sides equally often. */
    private void gather(TableSchema table, String columns) {
        String name = Sql.name(table.name());
        String side =
                "select " + columns + ", " + UNREAD + ", " + TableWriter.CELL_REGION + ", %d as one from %s." + name;
        String both = side.formatted(1, "before") + " union all " + side.formatted(-1, "after");
        boolean first = true;
        for (String part : AccountParts.of(database, "after." + name)) {
            String select = "select " + columns + ", any_value(" + UNREAD + ") as " + UNREAD + ", any_value("
                    + TableWriter.CELL_REGION + ") as " + TableWriter.CELL_REGION + ", sum(one)::bigint as more from ("
                    + both + ") where (" + part + ") group by " + columns + " having sum(one) <> 0";
            database.execute(
                    (first ? "create or replace temp table " + CHANGED + " as " : "insert into " + CHANGED + " ")
                            + select);
            first = false;
        }
    }

    /**
     * Rows that belong together: those of one ARN, or without one of one name. If several do, they are paired as they come. A row alone
     * counts only if the other scan read its cell, for a table that several regions show all its cells in the account; and not if
     * one of the scans read the table in part.
     */
    private String pairs(TableSchema table) {
        String key =
                "account_id, region, coalesce(arn, ''), case when coalesce(arn, '') = '' then coalesce(name, '') else '' end";
        String side = "(select *, to_json(r)::varchar as json, row_number() over (partition by " + key
                + " order by json) as nth, case when coalesce(arn, '') = '' then coalesce(name, '') else '' end as key_name from "
                + "(select * exclude (more) from " + CHANGED + ", range(abs(more)) where more %s 0) r)";
        String cell = "select *, " + TableWriter.CELL_REGION + " as cell from ";
        String looked = "(from " + LOOKED + " where table_name = " + Sql.text(table.name()) + ")";
        String everywhere = table.seenFromManyRegions()
                ? " and coalesce(o.account_id, n.account_id) not in (select account_id from " + looked
                        + " where a not in ('', 'was not asked') or b not in ('', 'was not asked'))"
                : "";
        String alone = part(before, table) || part(after, table) ? "false" : "l.a = '' and l.b = ''" + everywhere;
        return "select coalesce(n.account_id, o.account_id), coalesce(n.region, o.region), coalesce(n.arn, o.arn),"
                + " coalesce(n.name, o.name), o.json, n.json from (" + cell + side.formatted(">") + ") o full join ("
                + cell
                + side.formatted("<") + ") n on o.account_id = n.account_id and o.region = n.region"
                + " and coalesce(o.arn, '') = coalesce(n.arn, '') and o.key_name = n.key_name and o.nth = n.nth"
                + " left join " + looked + " l on l.account_id = coalesce(o.account_id, n.account_id)"
                + " and l.region = coalesce(o.cell, n.cell)"
                + " where o.json is not null and n.json is not null or " + alone + " order by 1, 2, 3, 4";
    }

    private static boolean part(Snapshot snapshot, TableSchema table) {
        return snapshot.manifest().focus().containsKey(table.name());
    }

    /** A detail that either scan did not read is no change. */
    private static List<FieldChange> changes(JsonNode before, JsonNode after, Set<String> columns) {
        Set<String> unread = new TreeSet<>(before.path(UNREAD).propertyNames());
        unread.addAll(after.path(UNREAD).propertyNames());
        if (unread.contains("*")) {
            return List.of();
        }
        Set<String> read = new TreeSet<>(columns);
        read.removeAll(unread);
        return FieldChange.between(before, after, read);
    }

    private static JsonNode json(@org.jspecify.annotations.Nullable String text) {
        return JsonMapper.shared().readTree(Objects.requireNonNullElse(text, "null"));
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** All changes at once, for few. */
    public List<Change> changes() {
        List<Change> all = new ArrayList<>();
        changes(all::add);
        return all;
    }

    @Override
    public void close() {
        database.close();
    }
}
