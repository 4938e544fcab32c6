package io.plumbline.collect;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.TableSchema;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the snapshot of a run whose cells are all there. */
final class SnapshotMaker {
    private final SnapshotStore store;
    private final Schemas schemas;
    private final String version;

    SnapshotMaker(SnapshotStore store, Schemas schemas, String version) {
        this.store = store;
        this.schemas = schemas;
        this.version = version;
    }

    Snapshot make(
            ScanRequest request,
            Plan plan,
            RunFolder run,
            Entrance.Accounts accounts,
            TakenOver taken,
            Database database) {
        Map<TableSchema, List<Path>> tables = new TreeMap<>(Comparator.comparing(TableSchema::name));
        Set<String> names = new TreeSet<>(plan.tables().keySet());
        names.addAll(taken.rest().tables());
        names.forEach(table -> tables.put(
                schemas.table(table).orElseThrow(() -> new BadInput("There is no table '" + table + "'.")),
                run.rows(table)));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                request.id(),
                request.now(),
                Instant.now(),
                version,
                accounts.caller().partition().id(),
                accounts.caller().arn(),
                taken.rest().scope().orElse(request.scope()),
                accounts(accounts, taken),
                focus(plan, taken),
                Map.of(),
                new Manifest.TableFile(0, 0, ""));
        return store.write(manifest, tables, run.journalRelation(), database);
    }

    private static Map<String, List<String>> focus(Plan plan, TakenOver taken) {
        Map<String, List<String>> focus = new TreeMap<>();
        plan.tables().forEach((table, wanted) -> {
            if (!wanted.focus().isEmpty()) {
                focus.put(table, wanted.focus());
            }
            wanted.detailFocus().forEach((column, selects) -> focus.put(table + "." + column, selects));
        });
        taken.rest().focus().forEach((part, selects) -> focus.merge(part, selects, SnapshotMaker::union));
        return focus;
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static List<Manifest.Account> accounts(Entrance.Accounts accounts, TakenOver taken) {
        List<Manifest.Account> all = new ArrayList<>(taken.rest().accounts());
        accounts.entered().forEach(account -> {
            Set<String> regions = new TreeSet<>(account.scanned());
            regions.addAll(taken.rest().regions().getOrDefault(account.id(), List.of()));
            all.add(account(account.id(), account.row(), true, List.copyOf(regions)));
        });
        accounts.closed().forEach(closed -> all.add(account(closed.id(), closed.row(), false, List.of())));
        all.sort(Comparator.comparing(Manifest.Account::id));
        return all;
    }

    private static Manifest.Account account(String id, AccountRow row, boolean entered, List<String> regions) {
        return new Manifest.Account(id, row.displayName(), row.status(), entered, row.ous(), row.ouIds(), regions);
    }
}
