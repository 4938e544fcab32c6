package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out of snapshots how what failed is repaired. It calls nobody. */
public final class Repairs {
    private final SnapshotStore snapshots;
    private final Schemas schemas;

    public Repairs(SnapshotStore snapshots, Schemas schemas) {
        this.snapshots = snapshots;
        this.schemas = schemas;
    }

    /**
     * How a failed unit is repaired, by the newest snapshot that read its account and what the repair asks for.
     *
     * @param settings parameters that were set
     * @throws BadInput if the rule's repair cannot run, or gives what is no repair
     */
    public Remedy of(Rule rule, FailedUnit unit, RuleSettings settings) {
        return rule.repair()
                .map(query -> of(rule, query, unit, settings))
                .orElseGet(() -> new Remedy.ByHand("No call can repair what this rule finds. Do it by hand."));
    }

    private Remedy of(Rule rule, RepairQuery query, FailedUnit unit, RuleSettings settings) {
        try (Database database = Database.open()) {
            RepairCheck.Checked checked = new RepairCheck(new RuleAnalysis(database, schemas)).check(rule, query);
            Optional<Snapshot> newest = newest(unit.accountId(), checked.tables());
            if (newest.isEmpty()) {
                return new Remedy.ByHand(
                        "No snapshot holds what the calls are made of. Scan the account again, or do it by hand.");
            }
            return repair(database, newest.get(), rule, query, checked, unit, settings)
                    .<Remedy>map(repair -> new Remedy.Known(
                            repair,
                            newest.get().manifest().id(),
                            newest.get().manifest().now()))
                    .orElseGet(() -> new Remedy.ByHand(
                            "No call can repair this one: something that only a person can choose is missing,"
                                    + " or it is not as it was when it failed. Do it by hand."));
        }
    }

    private Optional<Snapshot> newest(String account, Set<String> tables) {
        return snapshots.ids().reversed().stream()
                .map(snapshots::get)
                .filter(snapshot -> holds(snapshot.manifest(), account, tables))
                .findFirst();
    }

    private static boolean holds(Manifest manifest, String account, Set<String> tables) {
        return manifest.tables().keySet().containsAll(tables)
                && manifest.accounts().stream().anyMatch(one -> one.id().equals(account) && one.entered());
    }

    private Optional<Repair> repair(
            Database database,
            Snapshot snapshot,
            Rule rule,
            RepairQuery query,
            RepairCheck.Checked checked,
            FailedUnit unit,
            RuleSettings settings) {
        snapshot.attach(database, schemas, checked.tables());
        if (!rule.builtIn()) {
            Sandbox.restrict(database, snapshot.folder());
        }
        Accounts accounts =
                new Accounts(snapshot.manifest(), snapshot.manifest().now());
        accounts.create(database);
        return new RepairRun(database, accounts, snapshot.manifest())
                .repairs(rule, query, checked, List.of(unit), settings).stream().findFirst();
    }
}
