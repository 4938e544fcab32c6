package io.plumbline.inventory;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.FieldChange;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One asset in each of the snapshots of a home. */
final class AssetHistory {
    private final SnapshotStore store;
    private final String arn;
    private final List<TableSchema> tables;
    private final AssetRow known;

    private AssetHistory(SnapshotStore store, String arn, List<TableSchema> tables, AssetRow known) {
        this.store = store;
        this.arn = arn;
        this.tables = List.copyOf(tables);
        this.known = known;
    }

    /** What a snapshot says of it. */
    sealed interface State permits Seen, Absent, NotRead {}

    /**
     * It is there.
     *
     * @param asked for each table, the detail columns that were asked for in its account
     */
    record Seen(Instant at, List<AssetRow> rows, Set<String> asked) implements State {}

    /** Its table was read whole and does not hold it. */
    record Absent(Instant at) implements State {}

    record NotRead(Instant at, String why) implements State {}

    /** Finds the tables that hold it, in the newest snapshot that has it. */
    static Optional<AssetHistory> find(SnapshotStore store, Schemas schemas, String arn) {
        for (String id : store.ids().reversed()) {
            Optional<AssetHistory> found = open(store, id).flatMap(snapshot -> find(store, snapshot, schemas, arn));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<AssetHistory> find(SnapshotStore store, Snapshot snapshot, Schemas schemas, String arn) {
        Collection<String> names = new TreeSet<>(snapshot.manifest().tables().keySet());
        try (Database database = Database.openWide()) {
            snapshot.attach(database, schemas, names);
            List<TableSchema> all =
                    names.stream().flatMap(name -> schemas.table(name).stream()).toList();
            String union = all.stream()
                    .map(table -> "select " + Sql.text(table.name()) + " as table_name from " + Sql.name(table.name())
                            + " where arn = " + Sql.text(arn))
                    .collect(Collectors.joining(" union "));
            List<String> holding = all.isEmpty() ? List.of() : database.query(union, row -> row.getString(1));
            List<TableSchema> tables = all.stream()
                    .filter(table -> holding.contains(table.name()))
                    .sorted(Comparator.comparing((TableSchema table) -> SideTables.contains(table.name()))
                            .thenComparing(table -> table.name().length())
                            .thenComparing(TableSchema::name))
                    .toList();
            return tables.isEmpty()
                    ? Optional.empty()
                    : AssetRow.read(database, tables.getFirst(), arn)
                            .map(row -> new AssetHistory(store, arn, tables, row));
        }
    }

    private static Optional<Snapshot> open(SnapshotStore store, String id) {
        try {
            return Optional.of(store.get(id));
        } catch (BadInput e) {
            return Optional.empty();
        }
    }

    State in(String id) {
        Optional<Snapshot> snapshot = open(store, id);
        if (snapshot.isEmpty()) {
            return new NotRead(Instant.EPOCH, "the snapshot cannot be opened");
        }
        Instant at = snapshot.get().manifest().now();
        try (Database database = Database.open()) {
            snapshot.get()
                    .attach(
                            database,
                            new Fixed(tables),
                            tables.stream().map(TableSchema::name).toList());
            List<AssetRow> rows = new ArrayList<>();
            for (TableSchema table : tables) {
                AssetRow.read(database, table, arn).ifPresent(rows::add);
            }
            if (rows.stream().anyMatch(row -> row.table().equals(known.table()))) {
                return new Seen(at, rows, asked(database));
            }
            Optional<String> unread = unread(database, snapshot.get());
            return unread.isPresent() ? new NotRead(at, unread.get()) : new Absent(at);
        } catch (BadInput e) {
            return new NotRead(at, String.valueOf(e.getMessage()));
        }
    }

    private Set<String> asked(Database database) {
        return new HashSet<>(database.query(
                "select distinct table_name || '.' || column_name from journal where account_id = "
                        + Sql.text(known.accountId()) + " and status = 'read' and table_name in ("
                        + tables.stream().map(table -> Sql.text(table.name())).collect(Collectors.joining(", ")) + ")",
                row -> row.getString(1)));
    }

    /** Why it cannot be told whether the asset was there. */
    private Optional<String> unread(Database database, Snapshot snapshot) {
        String table = known.table();
        if (!snapshot.manifest().tables().containsKey(table)) {
            return Optional.of(table + " was not collected");
        }
        if (snapshot.manifest().focus().containsKey(table)) {
            return Optional.of("only some rows of " + table + " were wanted");
        }
        List<String> cells = database.query(
                "select case when status = 'read' then '' else action || ': ' || coalesce(nullif(code, ''), status) end from journal"
                        + " where account_id = " + Sql.text(known.accountId()) + " and region in ("
                        + Sql.text(known.region())
                        + ", 'global') and table_name = " + Sql.text(table) + " and column_name in ('', '*')",
                row -> row.getString(1));
        if (cells.isEmpty()) {
            return Optional.of(table + " was not read in account " + known.accountId() + ", " + known.region());
        }
        return cells.stream().filter(cell -> !cell.isEmpty()).findFirst();
    }

    /** What changed between two sightings; what one of them did not ask for, or could not read, is not compared. */
    static List<FieldChange> changes(Seen before, Seen after) {
        List<FieldChange> changes = new ArrayList<>();
        for (AssetRow row : after.rows()) {
            before.rows().stream()
                    .filter(old -> old.table().equals(row.table()))
                    .findFirst()
                    .ifPresent(old -> changes.addAll(changes(before, old, after, row)));
        }
        return changes;
    }

    private static List<FieldChange> changes(Seen before, AssetRow old, Seen after, AssetRow row) {
        ObjectNode then = old.configuration().deepCopy().asObject();
        ObjectNode now = row.configuration().deepCopy().asObject();
        for (String column : Set.copyOf(union(then, now))) {
            String name = row.table() + "." + column;
            boolean unread = old.unread().contains(column) || row.unread().contains(column);
            // A column that only one of the two asked for was null in the other.
            boolean onlyOne = isNull(then, column) != isNull(now, column)
                    && before.asked().contains(name) != after.asked().contains(name);
            if (unread || onlyOne) {
                then.remove(column);
                now.remove(column);
            }
        }
        String prefix = row.table().equals(after.rows().getFirst().table()) ? "" : row.table() + ".";
        return FieldChange.between(then, now, union(then, now)).stream()
                .map(change -> new FieldChange(prefix + change.field(), change.before(), change.after()))
                .toList();
    }

    private static boolean isNull(JsonNode node, String column) {
        return node.path(column).isMissingNode() || node.path(column).isNull();
    }

    private static Set<String> union(JsonNode first, JsonNode second) {
        Set<String> names = new TreeSet<>();
        first.propertyNames().forEach(names::add);
        second.propertyNames().forEach(names::add);
        return names;
    }

    /** The schemas of the tables that are looked into, so that those of all types need not be made. */
    private record Fixed(List<TableSchema> tables) implements Schemas {}
}
