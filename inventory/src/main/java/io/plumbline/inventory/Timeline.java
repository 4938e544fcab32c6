package io.plumbline.inventory;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.FieldChange;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.SnapshotStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one asset over the snapshots of a home, the oldest first. An asset is gone only where its table was read whole in its
 * account and region and did not hold it; where it was not read, nobody knows.
 */
public final class Timeline {
    private Timeline() {}

    /** What a snapshot says of the asset. */
    public enum Event {
        FIRST_SEEN,
        CHANGED,
        UNCHANGED,
        GONE,
        SEEN_AGAIN,
        NOT_READ
    }

    /**
     * One snapshot.
     *
     * @param at the snapshot's time
     * @param changes for {@link Event#CHANGED} and {@link Event#SEEN_AGAIN}: against the last time that it was seen
     * @param note for {@link Event#NOT_READ}: why
     */
    public record Entry(String snapshot, Instant at, Event event, List<FieldChange> changes, String note) {}

    /**
     * Looks through all snapshots, from the first that holds the asset.
     *
     * @throws BadInput if no snapshot holds it
     */
    public static List<Entry> of(SnapshotStore store, Schemas schemas, String arn) {
        List<String> ids = store.ids();
        AssetHistory history = AssetHistory.find(store, schemas, arn)
                .orElseThrow(() -> new BadInput("No snapshot holds an asset '" + arn + "'. "
                        + (ids.isEmpty()
                                ? "There is none yet: run `plumbline scan` or `plumbline demo`."
                                : "Looked through " + ids.size() + ", from " + ids.getFirst() + " to " + ids.getLast()
                                        + ". Find its ARN with: plumbline assets search TEXT")));
        List<Entry> entries = new ArrayList<>();
        Optional<AssetHistory.Seen> last = Optional.empty();
        boolean gone = false;
        for (String id : ids) {
            AssetHistory.State state = history.in(id);
            if (last.isEmpty() && !(state instanceof AssetHistory.Seen)) {
                continue;
            }
            switch (state) {
                case AssetHistory.Seen seen -> {
                    entries.add(entry(id, seen, last, gone));
                    last = Optional.of(seen);
                    gone = false;
                }
                case AssetHistory.Absent absent -> {
                    if (!gone) {
                        entries.add(new Entry(id, absent.at(), Event.GONE, List.of(), ""));
                    }
                    gone = true;
                }
                case AssetHistory.NotRead unread ->
                    entries.add(new Entry(id, unread.at(), Event.NOT_READ, List.of(), unread.why()));
            }
        }
        return entries;
    }

    private static Entry entry(String id, AssetHistory.Seen seen, Optional<AssetHistory.Seen> last, boolean gone) {
        if (last.isEmpty()) {
            return new Entry(id, seen.at(), Event.FIRST_SEEN, List.of(), "");
        }
        List<FieldChange> changes = AssetHistory.changes(last.get(), seen);
        Event event = gone ? Event.SEEN_AGAIN : changes.isEmpty() ? Event.UNCHANGED : Event.CHANGED;
        return new Entry(id, seen.at(), event, changes, "");
    }
}
