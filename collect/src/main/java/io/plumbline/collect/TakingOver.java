package io.plumbline.collect;

import io.plumbline.snapshot.CellCopy;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies what a {@link Takeover} decided into a run's folder: rows and journal, from every snapshot that gives some. */
final class TakingOver {
    private static final String CELLS = TakenTables.CELLS;
    private static final String PLACES = TakenTables.PLACES;

    private final Database database;
    private final Schemas schemas;
    private final ScanRequest request;
    private final Order order;
    private final Path folder;

    TakingOver(Database database, Schemas schemas, ScanRequest request, Order order, Path run) {
        this.database = database;
        this.schemas = schemas;
        this.request = request;
        this.order = order;
        this.folder = run.resolve(TakenOver.FOLDER);
    }

    TakenOver take(Takeover.Decision decision, Entrance.Accounts accounts) throws IOException {
        SnapshotStore.deleteTree(folder);
        Files.createDirectories(folder);
        TakenTables relations = new TakenTables(database, folder);
        relations.places(accounts);
        Set<Snapshot> from = new HashSet<>(decision.planned().keySet());
        decision.base().ifPresent(from::add);
        List<String> names = new ArrayList<>();
        Map<String, List<String>> focus = new TreeMap<>();
        Set<String> tables = new TreeSet<>();
        Counted counted = new Counted(0, Optional.empty());
        boolean more = false;
        for (Snapshot snapshot : from) {
            relations.cells(decision.planned().getOrDefault(snapshot, List.of()));
            snapshot.attach(database, List::of, "taking");
            if (decision.base().filter(snapshot::equals).isPresent()) {
                more = others(snapshot, accounts);
            }
            tables.addAll(copy(snapshot, focus));
            Counted here = counted();
            if (here.cells() > 0) {
                names.add(snapshot.manifest().id());
                counted = counted.and(here);
            }
        }
        tables.removeAll(order.plan().tables().keySet());
        boolean wider = more;
        TakenOver.Rest rest = new TakenOver.Rest(
                decision.base()
                        .filter(unused -> wider)
                        .map(base -> base.manifest().scope()),
                decision.base()
                        .filter(unused -> wider)
                        .map(base -> otherAccounts(base, accounts))
                        .orElse(List.of()),
                new TreeMap<>(decision.base()
                        .filter(unused -> wider)
                        .map(base -> otherRegions(accounts))
                        .orElse(Map.of())),
                List.copyOf(tables),
                focus,
                names.stream().sorted().toList(),
                counted.cells(),
                counted.oldest());
        TakenOver taken = new TakenOver(
                folder,
                rest,
                decision.planned().values().stream()
                        .flatMap(List::stream)
                        .map(Cell::id)
                        .collect(Collectors.toSet()));
        taken.save();
        return taken;
    }

    /** How many cells, and when the oldest was read. */
    private record Counted(long cells, Optional<Instant> oldest) {
        Counted and(Counted other) {
            return new Counted(
                    cells + other.cells,
                    java.util.stream.Stream.concat(oldest.stream(), other.oldest.stream())
                            .min(Instant::compareTo));
        }
    }

    private Counted counted() {
        return database.query(
                        "select count(distinct (account_id, region, table_name)), min(" + JournalEntry.READ_AT
                                + ") from taking.journal semi join " + CELLS
                                + " using (account_id, region, table_name)",
                        row -> new Counted(
                                row.getLong(1),
                                Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)))
                .getFirst();
    }

    /**
     * Adds the cells that the scan is not of: its other tables, and if it was told to look at some regions or accounts only, the others.
     *
     * @return whether there are such regions or accounts
     */
    private boolean others(Snapshot base, Entrance.Accounts accounts) {
        boolean wider = !base.manifest().scope().equals(request.scope());
        boolean regions = wider
                && !(request.regions().isEmpty() && request.excludedRegions().isEmpty());
        boolean members = wider && !everyMember();
        CellCopy copy = new CellCopy(base, database);
        String fitting = base.manifest().tables().keySet().stream()
                .filter(table -> schemas.table(table).filter(copy::fits).isPresent())
                .map(Sql::text)
                .collect(Collectors.joining(", ", "[", "]::varchar[]"));
        String planned = order.plan().tables().keySet().stream().map(Sql::text).collect(Collectors.joining(", "));
        database.execute("insert into " + CELLS + " select distinct j.account_id, j.region, j.table_name"
                + " from taking.journal j left join " + PLACES
                + " p on p.account_id = j.account_id and p.region = j.region where list_contains(" + fitting
                + ", j.table_name) and case when p.scanned then j.table_name not in (" + planned
                + ") when p.account_id is not null then " + regions
                + " when j.account_id in (select account_id from " + PLACES + ") then false else " + members + " end");
        return regions && !otherRegions(accounts).isEmpty()
                || members && !otherAccounts(base, accounts).isEmpty();
    }

    private boolean everyMember() {
        return request.organization()
                && request.accounts().isEmpty()
                && request.accountTags().isEmpty();
    }

    private List<Manifest.Account> otherAccounts(Snapshot base, Entrance.Accounts accounts) {
        if (everyMember()) {
            return List.of();
        }
        Set<String> own = new HashSet<>();
        accounts.entered().forEach(account -> own.add(account.id()));
        accounts.closed().forEach(closed -> own.add(closed.id()));
        return base.manifest().accounts().stream()
                .filter(account -> !own.contains(account.id()))
                .toList();
    }

    /** The regions beyond the scan's that something was taken over for, by account. */
    private Map<String, List<String>> otherRegions(Entrance.Accounts accounts) {
        Map<String, List<String>> regions = new HashMap<>();
        Set<String> own = accounts.entered().stream().map(Account::id).collect(Collectors.toSet());
        database.each(
                "select distinct c.account_id, c.region from " + CELLS + " c join " + PLACES
                        + " p using (account_id, region) where not p.scanned order by 1, 2",
                row -> {
                    if (own.contains(row.getString(1))) {
                        regions.computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
                                .add(row.getString(2));
                    }
                    return true;
                });
        return regions;
    }

    /** Copies the cells chosen, and answers with their tables. */
    private Set<String> copy(Snapshot snapshot, Map<String, List<String>> focus) throws IOException {
        Set<String> tables = new TreeSet<>(
                database.query("select distinct table_name from " + CELLS, row -> text(row.getString(1))));
        String id = snapshot.manifest().id();
        CellCopy copy = new CellCopy(snapshot, database);
        for (String table : tables) {
            Optional<TableSchema> schema = schemas.table(table);
            Path file = TakenOver.file(folder, table, id);
            if (schema.isPresent() && copy.rows(schema.get(), CELLS, file) == 0) {
                Files.delete(file);
            }
        }
        copy.journal("taking.journal", CELLS, TakenOver.file(folder, TakenOver.JOURNAL, id));
        snapshot.manifest().focus().forEach((part, selects) -> {
            if (tables.contains(part.split("\\.", 2)[0])) {
                focus.merge(part, selects, TakingOver::both);
            }
        });
        return tables;
    }

    private static List<String> both(List<String> one, List<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
