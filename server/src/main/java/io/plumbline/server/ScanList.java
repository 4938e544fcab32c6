package io.plumbline.server;

import io.plumbline.ledger.Paging;
import io.plumbline.ledger.ScanRun;
import io.plumbline.snapshot.SnapshotIds;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The scans there are, newest first: the one that runs, those that left a snapshot, and those that did not. */
record ScanList(Center center, ScanReader reader) {
    /** Of runs without a snapshot older ones are of no use to anybody. */
    private static final int MOST_RUNS = 500;

    /**
     * A line of the list.
     *
     * @param key where it stands among the others, as ids of snapshots are ordered
     * @param run empty for a snapshot, whose id the key is
     */
    private record Line(String key, Optional<ScanRun> run) {
        static Line of(ScanRun run) {
            String second =
                    run.started().truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
            return new Line(second, Optional.of(run));
        }
    }

    PageJson<ScanJson> page(Caller caller, Paging paging) {
        Optional<ScanState> running = center.scans().running();
        List<Line> lines = Stream.concat(
                        center.snapshots().ids().stream().map(id -> new Line(id, Optional.empty())),
                        center.ledger().scanRuns().withoutSnapshot(MOST_RUNS).stream()
                                .map(Line::of))
                .sorted(Comparator.comparing(Line::key, SnapshotIds.ORDER).reversed())
                .toList();
        int first = running.isPresent() ? 1 : 0;
        // Manifests of the page only: there may be years of them.
        List<Line> shown = lines.stream()
                .skip(Math.max(0, paging.offset() - first))
                .limit(paging.offset() == 0 ? paging.size() - first : paging.size())
                .toList();
        Map<String, ScanRun> runs = center.ledger()
                .scanRuns()
                .of(shown.stream()
                        .filter(Predicate.not(line -> line.run().isPresent()))
                        .map(Line::key)
                        .toList());
        Stream<ScanJson> items = shown.stream().map(line -> line.run()
                .map(run -> ScanJson.of(run, caller.everything()))
                .orElseGet(() -> finished(line.key(), caller, Optional.ofNullable(runs.get(line.key())))));
        return new PageJson<>(
                lines.size() + first,
                paging.page(),
                paging.size(),
                Stream.concat(
                                running.stream()
                                        .filter(scan -> paging.offset() == 0)
                                        .map(scan -> ScanJson.running(scan, caller.everything())),
                                items)
                        .toList());
    }

    /** One that left a snapshot. */
    ScanJson finished(String id, Caller caller) {
        return finished(
                id,
                caller,
                Optional.ofNullable(center.ledger().scanRuns().of(List.of(id)).get(id)));
    }

    private ScanJson finished(String id, Caller caller, Optional<ScanRun> run) {
        return ScanJson.finished(
                reader.manifest(id),
                caller.visible(),
                center.ledger().assessments().get(id),
                run);
    }

    /** One that left none, by the id that the list gives it; empty if there is no such. */
    Optional<ScanJson> without(String id, Caller caller) {
        return center.ledger().scanRuns().withoutSnapshot(MOST_RUNS).stream()
                .filter(run -> id.equals(ScanJson.RUN + run.id()))
                .map(run -> ScanJson.of(run, caller.everything()))
                .findFirst();
    }
}
