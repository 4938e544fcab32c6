package io.plumbline.cli;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Assessor;
import io.plumbline.assess.Changes;
import io.plumbline.model.BadInput;
import io.plumbline.report.ChangeLines;
import io.plumbline.report.TableOptions;
import io.plumbline.snapshot.AssetChange;
import io.plumbline.snapshot.Comparison;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotIds;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code scan} says after its table: what changed since the last scan of the same scope. */
final class SinceLastScan {
    private static final int MOST_ASSETS = 10;

    private final SnapshotStore store;
    private final Schemas schemas;
    private final PrintWriter err;

    SinceLastScan(SnapshotStore store, Schemas schemas, PrintWriter err) {
        this.store = store;
        this.schemas = schemas;
        this.err = err;
    }

    /**
     * The lines; none if there is no earlier scan. It is judged by the same rules and settings, at its own time. That it cannot be read
     * is no trouble of this scan.
     */
    List<String> lines(
            Snapshot snapshot,
            Assessment assessment,
            Assessor assessor,
            AssessmentRequest request,
            TableOptions options) {
        Optional<Snapshot> earlier = earlier(snapshot.manifest());
        if (earlier.isEmpty()) {
            return List.of();
        }
        String id = earlier.get().manifest().id();
        try (Database database = Database.open()) {
            earlier.get().attach(database, schemas, assessor.tables(Judge.rules(request)));
            Assessment before = assessor.on(database).assess(earlier.get(), request);
            List<AssetChange> assets = AssetChange.between(earlier.get(), snapshot, schemas);
            List<String> lines = new ArrayList<>(
                    ChangeLines.of(id, snapshot.manifest().id(), Changes.between(before, assessment), assets, options));
            lines.addAll(fields(earlier.get(), snapshot));
            return lines;
        } catch (BadInput | DatabaseException e) {
            err.println("Note: what changed since " + id + " cannot be told. " + e.getMessage());
            err.flush();
            return List.of();
        }
    }

    /** Which assets changed and in what, as {@code diff} shows it; the first of them. */
    private List<String> fields(Snapshot before, Snapshot after) {
        StringWriter text = new StringWriter();
        try (Comparison comparison = new Comparison(before, after, schemas)) {
            DiffLines lines = new DiffLines(new PrintWriter(text), MOST_ASSETS);
            comparison.changes(lines::change);
            if (lines.all() == 0) {
                return List.of();
            }
            lines.sum();
            if (lines.all() > MOST_ASSETS) {
                text.append("The first ")
                        .append(Integer.toString(MOST_ASSETS))
                        .append(" are shown; all of them: plumbline diff ");
                text.append(before.manifest().id())
                        .append(' ')
                        .append(after.manifest().id())
                        .append('\n');
            }
        }
        return Stream.concat(Stream.of("", "Assets:"), text.toString().lines()).toList();
    }

    /** The last snapshot before this one of the same scope and partition that has an account in common with it. */
    Optional<Snapshot> earlier(Manifest manifest) {
        for (String id : store.ids().reversed()) {
            if (SnapshotIds.ORDER.compare(id, manifest.id()) < 0) {
                try {
                    Snapshot candidate = store.get(id);
                    if (sameScope(candidate.manifest(), manifest)) {
                        return Optional.of(candidate);
                    }
                } catch (BadInput e) {
                    err.println("Note: an earlier scan is passed over. " + e.getMessage());
                    err.flush();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean sameScope(Manifest one, Manifest other) {
        return one.scope().equals(other.scope())
                && one.partition().equals(other.partition())
                && ids(one).stream().anyMatch(ids(other)::contains);
    }

    private static Set<String> ids(Manifest manifest) {
        return manifest.accounts().stream().map(Manifest.Account::id).collect(Collectors.toSet());
    }
}
