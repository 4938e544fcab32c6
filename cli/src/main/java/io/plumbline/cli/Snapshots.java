package io.plumbline.cli;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import org.jspecify.annotations.Nullable;

/** Which snapshot a command means. */
final class Snapshots {
    private Snapshots() {}

    static Snapshot choose(SnapshotStore store, @Nullable String id) {
        if (id != null) {
            return store.get(id);
        }
        return store.newest()
                .orElseThrow(() -> new BadInput(
                        "There is no snapshot yet. Make one: plumbline scan, or without AWS: plumbline demo."));
    }
}
