package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.inventory.Inventory;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Of which snapshot the inventory is asked. */
final class InventoryOptions {
    @Mixin
    private final Home home = new Home();

    @Option(names = "--snapshot", paramLabel = "ID", description = "The snapshot to ask (default: the newest).")
    private @Nullable String snapshot;

    SnapshotStore store() {
        return new SnapshotStore(home.path());
    }

    /** The one to ask. */
    Snapshot snapshot() {
        return Snapshots.choose(store(), snapshot);
    }

    /** Its inventory, which is made now if nobody has asked before. */
    Inventory inventory(PrintWriter err) {
        Snapshot chosen = snapshot();
        if (!Inventory.isMade(chosen)) {
            err.println("Making the inventory of snapshot " + chosen.manifest().id() + "; this is done once.");
            err.flush();
        }
        return Inventory.of(chosen, AwsTypes.load());
    }
}
