package io.plumbline.collect;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.TableSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Decides which cells of a scan are young enough in earlier snapshots, and which snapshot its other cells come from. */
final class Takeover {
    /** Snapshots that are looked into, the newest first. */
    private static final int MOST = 20;

    private final Database database;
    private final Schemas schemas;
    private final ScanRequest request;
    private final Duration age;
    private final Order order;

    Takeover(Database database, Schemas schemas, ScanRequest request, Duration age, Order order) {
        this.database = database;
        this.schemas = schemas;
        this.request = request;
        this.age = age;
        this.order = order;
    }

    /**
     * The decision.
     *
     * @param planned cells of the plan, by the snapshot that they come from
     * @param base the snapshot that what the scan is not of comes from; empty if there is none
     */
    record Decision(Map<Snapshot, List<Cell>> planned, Optional<Snapshot> base) {}

    Decision decide(SnapshotStore store, Entrance.Accounts accounts, List<Cell> cells) {
        List<Snapshot> earlier = earlier(store, accounts);
        List<Freshness> young = new ArrayList<>();
        Instant oldest = request.now().minus(age);
        for (Snapshot snapshot : earlier) {
            if (snapshot.manifest().finished().isAfter(oldest)) {
                String schema = schema(snapshot, earlier);
                snapshot.attach(database, List::of, schema);
                Freshness freshness =
                        new Freshness(snapshot, schema, order.plan(), schemas, database, request.now(), age);
                if (freshness.hasAny()) {
                    young.add(freshness);
                }
            }
        }
        Optional<Snapshot> base = earlier.stream()
                .filter(snapshot -> snapshot.manifest().scope().equals(request.scope()))
                .findFirst()
                .or(() -> earlier.stream().findFirst());
        return new Decision(planned(young, cells), base);
    }

    private static String schema(Snapshot snapshot, List<Snapshot> among) {
        return "taken_" + among.indexOf(snapshot);
    }

    /** Those of the partition that have an account in common with the scan, newest first; a damaged one has nothing to give. */
    private List<Snapshot> earlier(SnapshotStore store, Entrance.Accounts accounts) {
        Set<String> own = new HashSet<>();
        accounts.entered().forEach(account -> own.add(account.id()));
        List<Snapshot> earlier = new ArrayList<>();
        for (String id : store.ids().reversed().stream().limit(MOST).toList()) {
            try {
                Snapshot snapshot = store.get(id);
                boolean common =
                        snapshot.manifest().accounts().stream().anyMatch(account -> own.contains(account.id()));
                if (common
                        && !id.equals(request.id())
                        && snapshot.manifest()
                                .partition()
                                .equals(accounts.caller().partition().id())
                        && snapshot.damage(false).isEmpty()) {
                    earlier.add(snapshot);
                }
            } catch (BadInput e) {
                // Its cells are read again, which is always right.
            }
        }
        return earlier;
    }

    /** Level by level, since a table may have to come from where those come from that say which rows of it are wanted. */
    private Map<Snapshot, List<Cell>> planned(List<Freshness> young, List<Cell> cells) {
        Map<List<Source<?, ?>>, List<Cell>> byTables = new LinkedHashMap<>();
        cells.forEach(cell -> byTables.computeIfAbsent(cell.sources(), unused -> new ArrayList<>())
                .add(cell));
        Map<Snapshot, List<Cell>> taken = new LinkedHashMap<>();
        Map<Snapshot, Set<String>> whole = new HashMap<>();
        byTables.forEach((sources, own) -> {
            Set<Snapshot> from = new HashSet<>();
            boolean all = true;
            for (List<Cell> unit : units(sources, own)) {
                Optional<Snapshot> one = young.stream()
                        .filter(freshness -> freshness.has(unit, whole.getOrDefault(freshness.snapshot(), Set.of())))
                        .map(Freshness::snapshot)
                        .findFirst();
                one.ifPresent(snapshot -> taken.computeIfAbsent(snapshot, unused -> new ArrayList<>())
                        .addAll(unit));
                one.ifPresent(from::add);
                all &= one.isPresent();
            }
            if (all && from.size() == 1) {
                Set<String> tables = whole.computeIfAbsent(from.iterator().next(), unused -> new HashSet<>());
                sources.forEach(source -> tables.add(source.table()));
            }
        });
        return taken;
    }

    /** Cells that are taken from one snapshot or read, all of them. */
    private List<List<Cell>> units(List<Source<?, ?>> sources, List<Cell> cells) {
        if (sources.stream().anyMatch(source -> source.finder() instanceof Finder.Known<?, ?>)) {
            // What is known of an account once it is entered is known without asking.
            return List.of();
        }
        if (sources.stream().anyMatch(this::inPart)) {
            return List.of(cells);
        }
        boolean fromMany = sources.stream()
                .anyMatch(source -> schemas.table(source.table())
                        .map(TableSchema::seenFromManyRegions)
                        .orElse(false));
        Map<String, List<Cell>> units = new TreeMap<>();
        // What several regions show stands in one row only, so the regions of an account belong together.
        cells.forEach(
                cell -> units.computeIfAbsent(fromMany ? cell.account().id() : cell.id(), unused -> new ArrayList<>())
                        .add(cell));
        return List.copyOf(units.values());
    }

    private boolean inPart(Source<?, ?> source) {
        Optional<Plan.TablePlan> wanted =
                Optional.ofNullable(order.plan().tables().get(source.table()));
        return wanted.filter(
                        plan -> !plan.focus().isEmpty() || !plan.detailFocus().isEmpty())
                .isPresent();
    }
}
