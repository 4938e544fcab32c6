package io.plumbline.server;

import io.plumbline.ledger.AssessmentInfo;
import io.plumbline.ledger.ScanRun;
import io.plumbline.ledger.Visible;
import io.plumbline.snapshot.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A scan: one that runs, one that left a snapshot, or one that left none. */
record ScanJson(
        String id,
        String state,
        Optional<Instant> now,
        Optional<Instant> finished,
        Optional<String> scope,
        Optional<String> caller,
        Optional<Integer> accounts,
        Optional<Integer> entered,
        Optional<Long> rows,
        Optional<Boolean> tracked,
        Optional<Integer> opened,
        Optional<Integer> resolved,
        Optional<Integer> reopened,
        Optional<String> startedBy,
        Optional<String> schedule,
        Optional<ScanRoutes.ProgressJson> progress,
        Optional<String> message,
        Optional<List<ScanReader.AccountJson>> accountList,
        Optional<List<ScanReader.GapJson>> gapList) {
    /** What the id of a run without a snapshot begins with. */
    static final String RUN = "run-";

    /** The one that runs, or that failed just now. */
    static ScanJson running(ScanState scan, boolean everything) {
        return withoutSnapshot(
                scan.id(),
                scan.phase() == ScanState.Phase.FAILED ? "failed" : "running",
                scan.started(),
                Optional.empty(),
                scan.startedBy(),
                scan.schedule(),
                Optional.of(ScanRoutes.ProgressJson.of(scan, everything)),
                scan.message().filter(text -> everything));
    }

    /**
     * One that left no snapshot.
     *
     * @param everything whether the caller may see every account; what went wrong may name any
     */
    static ScanJson of(ScanRun run, boolean everything) {
        return withoutSnapshot(
                RUN + run.id(),
                word(run.state()),
                run.started(),
                run.ended(),
                run.startedBy(),
                run.scheduleName(),
                Optional.empty(),
                run.message().filter(text -> everything || run.state() != ScanRun.State.FAILED));
    }

    static String word(ScanRun.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ScanJson withoutSnapshot(
            String id,
            String state,
            Instant started,
            Optional<Instant> ended,
            String startedBy,
            Optional<String> schedule,
            Optional<ScanRoutes.ProgressJson> progress,
            Optional<String> message) {
        return new ScanJson(
                id,
                state,
                Optional.of(started),
                ended,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(startedBy),
                schedule,
                progress,
                message,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * One that left a snapshot.
     *
     * @param followed what the findings made of it; empty if they do not follow it
     * @param run that of the server that made it; empty if another program did
     */
    static ScanJson finished(
            Manifest manifest, Visible visible, Optional<AssessmentInfo> followed, Optional<ScanRun> run) {
        List<Manifest.Account> active = manifest.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE") && visible.holds(account.id()))
                .toList();
        int entered = (int) active.stream().filter(Manifest.Account::entered).count();
        boolean all = visible.accounts().isEmpty();
        Optional<String> caller = Optional.of(manifest.caller()).filter(arn -> all);
        return new ScanJson(
                manifest.id(),
                entered == active.size() ? "complete" : "partial",
                Optional.of(manifest.now()),
                Optional.of(manifest.finished()),
                Optional.of(manifest.scope()),
                caller,
                Optional.of(active.size()),
                Optional.of(entered),
                Optional.of(manifest.tables().values().stream()
                                .mapToLong(Manifest.TableFile::rows)
                                .sum())
                        .filter(rows -> all),
                Optional.of(followed.isPresent()),
                followed.filter(row -> all).map(AssessmentInfo::opened),
                followed.filter(row -> all).map(AssessmentInfo::resolved),
                followed.filter(row -> all).map(AssessmentInfo::reopened),
                run.map(ScanRun::startedBy),
                run.flatMap(ScanRun::scheduleName),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what is told of one alone. */
    ScanJson with(List<ScanReader.AccountJson> list, List<ScanReader.GapJson> gaps) {
        return new ScanJson(
                id,
                state,
                now,
                finished,
                scope,
                caller,
                accounts,
                entered,
                rows,
                tracked,
                opened,
                resolved,
                reopened,
                startedBy,
                schedule,
                progress,
                message,
                Optional.of(list),
                Optional.of(gaps));
    }
}
