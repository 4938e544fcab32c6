package io.plumbline.collect;

import io.plumbline.snapshot.CellCopy;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which cells of a plan an earlier snapshot has, young enough and with all that is needed. A cell counts if every operation in it was
 * answered. Where a table was read in part only, namely the rows that other tables pointed at, it serves whoever wants the same part;
 * but then those other tables must come from the same snapshot, or the part may be another one by now.
 */
final class Freshness {
    private final Snapshot snapshot;
    private final Plan plan;
    private final Database database;
    private final Set<String> cells = new HashSet<>();
    private final Map<String, Set<String>> dependencies = new HashMap<>();

    /** @param schema the database's schema in which the snapshot's journal stands */
    Freshness(
            Snapshot snapshot,
            String schema,
            Plan plan,
            Schemas schemas,
            Database database,
            Instant now,
            Duration age) {
        this.snapshot = snapshot;
        this.plan = plan;
        this.database = database;
        CellCopy copy = new CellCopy(snapshot, database);
        List<String> wanted = new ArrayList<>();
        plan.tables().forEach((table, part) -> {
            Optional<TableSchema> known = schemas.table(table);
            Optional<Set<String>> needed = dependencies(table, part);
            if (known.isPresent() && needed.isPresent() && copy.fits(known.get())) {
                dependencies.put(table, needed.get());
                wanted.add("(" + Sql.text(table) + ", "
                        + part.details().stream()
                                .sorted()
                                .map(Sql::text)
                                .collect(Collectors.joining(", ", "[", "]::varchar[])")));
            }
        });
        if (!wanted.isEmpty()) {
            load(schema, wanted, now, age);
        }
    }

    private void load(String schema, List<String> wanted, Instant now, Duration age) {
        String read = "timestamptz '%s'";
        database.each(
                "select j.account_id || '|' || j.region || '|' || j.table_name from " + schema
                        + ".journal j join (values "
                        + String.join(", ", wanted) + ") w(table_name, details) on w.table_name = j.table_name"
                        + " group by j.account_id, j.region, j.table_name, w.details having bool_and(j.status = 'read')"
                        + " and list_has_all(list(j.column_name), w.details) and min(j." + JournalEntry.READ_AT + ") > "
                        + read.formatted(now.minus(age)) + " and max(j." + JournalEntry.READ_AT + ") <= "
                        + read.formatted(now),
                row -> {
                    cells.add(row.getString(1));
                    return true;
                });
    }

    /** The tables that must come from the same snapshot; empty if the snapshot has another part of the table than is wanted. */
    private Optional<Set<String>> dependencies(String table, Plan.TablePlan wanted) {
        Map<String, List<String>> had = snapshot.manifest().focus();
        Set<String> selects = new TreeSet<>();
        List<String> part = had.getOrDefault(table, List.of());
        if (!part.isEmpty() && !part.equals(wanted.focus())) {
            return Optional.empty();
        }
        selects.addAll(part);
        for (String column : wanted.details()) {
            List<String> own = had.getOrDefault(table + "." + column, List.of());
            if (!own.isEmpty() && !own.equals(wanted.detailFocus().getOrDefault(column, List.of()))) {
                return Optional.empty();
            }
            selects.addAll(own);
        }
        return Optional.of(Focus.tables(database, List.copyOf(selects)));
    }

    Manifest manifest() {
        return snapshot.manifest();
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /**
     * Whether all of these cells can be taken from here.
     *
     * @param whole the tables that come from here as a whole
     */
    boolean has(List<Cell> wanted, Set<String> whole) {
        return wanted.stream()
                .allMatch(cell -> cell.sources().stream()
                        .allMatch(source -> cells.contains(key(cell, source))
                                && whole.containsAll(dependencies.getOrDefault(source.table(), Set.of()))));
    }

    /** Whether any cell of the plan can be taken from here. */
    boolean hasAny() {
        return !cells.isEmpty() && !plan.tables().isEmpty();
    }

    private static String key(Cell cell, Source<?, ?> source) {
        return cell.account().id() + '|' + cell.region() + '|' + source.table();
    }
}
