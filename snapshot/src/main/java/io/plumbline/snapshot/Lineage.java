package io.plumbline.snapshot;

import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The earlier snapshots of a new one's scope, the newest first: where its tables may find files to share. Opened as they are asked. */
final class Lineage {
    /** A table that none of so many has is not looked for further. */
    private static final int MOST = 5;

    private final SnapshotStore store;
    private final Manifest manifest;
    private final Iterator<String> ids;
    private final List<Snapshot> opened = new ArrayList<>();

    Lineage(SnapshotStore store, Manifest manifest) {
        this.store = store;
        this.manifest = manifest;
        this.ids = store.ids().reversed().iterator();
    }

    /** A table of the newest snapshot that has it. */
    Optional<Layers> before(TableSchema table) {
        for (int i = 0; i < MOST; i++) {
            while (i >= opened.size() && ids.hasNext()) {
                open(ids.next());
            }
            if (i >= opened.size()) {
                return Optional.empty();
            }
            Snapshot snapshot = opened.get(i);
            Manifest.TableFile file = snapshot.manifest().tables().get(table.name());
            if (file != null) {
                return Optional.of(new Layers(table, file, snapshot.folder()));
            }
        }
        return Optional.empty();
    }

    private void open(String id) {
        if (id.equals(manifest.id())) {
            return;
        }
        try {
            Snapshot snapshot = store.get(id);
            Manifest other = snapshot.manifest();
            // In the first layout the time stands in every row, so no row is the same on another day.
            if (other.format() == Manifest.FORMAT
                    && other.scope().equals(manifest.scope())
                    && other.partition().equals(manifest.partition())) {
                opened.add(snapshot);
            }
        } catch (BadInput e) {
            // A damaged snapshot has nothing to share; whoever asks for it is told.
        }
    }
}
