package io.plumbline.server;

import io.plumbline.collect.Progress;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.ScanBegin;
import io.plumbline.ledger.ScanOrder;
import io.plumbline.ledger.ScanRun;
import io.plumbline.ledger.ScanRuns;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Snapshot;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scans, one at a time, tells how the running one goes, and has the ledger know of each. */
final class Scans {
    private final Logger log = LoggerFactory.getLogger(Scans.class);
    private final Optional<Collecting> collecting;
    private final Ledger ledger;
    private final Consumer<Snapshot> judged;
    private final InstantSource clock;
    private final AtomicReference<Optional<ScanState>> state = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Thread>> thread = new AtomicReference<>(Optional.empty());

    /** What came of the wish to scan. */
    sealed interface Start {
        /** It runs. */
        record Started(ScanState state) implements Start {}

        /** This server is scanning. */
        record Occupied() implements Start {}

        /** The ledger said no. */
        record Refused(ScanBegin why) implements Start {}
    }

    /**
     * Nothing runs yet.
     *
     * @param collecting empty for a server that only shows what others scan
     * @param judged judges a snapshot and lets the findings follow it
     */
    Scans(Optional<Collecting> collecting, Ledger ledger, Consumer<Snapshot> judged, InstantSource clock) {
        this.collecting = collecting;
        this.ledger = ledger;
        this.judged = judged;
        this.clock = clock;
    }

    /** Whether this server was told what to scan. */
    boolean can() {
        return collecting.isPresent();
    }

    /** The scan that runs; empty if none does. */
    Optional<ScanState> running() {
        return latest().filter(scan -> !scan.phase().over());
    }

    /** The scan that was started last, running or not. */
    Optional<ScanState> latest() {
        return state.get();
    }

    /**
     * Starts one in the background, as a person asks.
     *
     * @throws Problem if one runs already, or this server does not scan
     */
    ScanState start(ScanOrder order) {
        return switch (attempt(order)) {
            case Start.Started started -> started.state();
            case Start.Occupied occupied -> throw Problem.conflict("A scan is running. Wait for its end.");
            case Start.Refused refused ->
                throw Problem.conflict(
                        "A scan of the same is running already, as the ledger knows. Wait for its end; if the server"
                                + " that ran it has ended, "
                                + ScanRuns.SILENCE.toMinutes()
                                + " minutes of silence show that.");
        };
    }

    /** Starts one in the background, if nothing stands in the way. */
    Start attempt(ScanOrder order) {
        Collecting how = collecting.orElseThrow(
                () -> Problem.conflict(
                        "This server was started without saying what to scan. Start it with the options of `plumbline scan`, such as --organization."));
        ScanState begun = ScanState.begin(
                clock.instant(),
                order.by().name(),
                order.schedule().map(schedule -> schedule.terms().name()));
        Optional<ScanState> before = state.get();
        if (before.filter(scan -> !scan.phase().over()).isPresent()
                || !state.compareAndSet(before, Optional.of(begun))) {
            return new Start.Occupied();
        }
        ScanBegin begin;
        try {
            begin = ledger.scanRuns().begin(order, clock.instant());
        } catch (RuntimeException e) {
            state.set(before);
            throw e;
        }
        if (!(begin instanceof ScanBegin.Begun known)) {
            state.set(before);
            return new Start.Refused(begin);
        }
        change(scan -> scan.run(known.run().id()));
        thread.set(Optional.of(Thread.ofVirtual().name("scan").start(() -> run(how, known.run()))));
        return new Start.Started(latest().orElse(begun));
    }

    private void run(Collecting how, ScanRun run) {
        try {
            Snapshot snapshot = how.collect(ledger.schedules().resolved(run.scope()), new Watching());
            change(scan -> scan.of(snapshot.manifest().id()).at(ScanState.Phase.JUDGING));
            judged.accept(snapshot);
            end(run, ScanRun.State.DONE, Optional.of(snapshot.manifest().id()), Optional.empty());
        } catch (BadInput e) {
            end(run, ScanRun.State.FAILED, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            // Also what ends a thread, or it would look for ever as if the scan went on.
            log.error("the scan failed\n{}", Traces.of(e));
            end(
                    run,
                    ScanRun.State.FAILED,
                    Optional.empty(),
                    Optional.of("Unexpected trouble; the server's log tells more."));
        }
    }

    /** The ledger first: who sees that a scan is over finds it there. */
    private void end(ScanRun run, ScanRun.State how, Optional<String> snapshot, Optional<String> message) {
        try {
            ledger.scanRuns().end(run.id(), how, snapshot, message, clock.instant());
        } catch (RuntimeException e) {
            log.error("the end of a scan could not be written down\n{}", Traces.of(e));
        }
        change(scan -> message.map(scan::failed).orElseGet(() -> scan.at(ScanState.Phase.DONE)));
    }

    /** Waits until the scan that was started last is over. */
    void await() throws InterruptedException {
        Optional<Thread> last = thread.get();
        if (last.isPresent()) {
            last.get().join();
        }
    }

    private void change(UnaryOperator<ScanState> how) {
        state.updateAndGet(scan -> scan.map(how));
    }

    /** Called by many threads at once. */
    private final class Watching implements Progress {
        @Override
        public void started(String caller, int accounts) {
            change(scan -> scan.with(scan.work().of(accounts)));
        }

        @Override
        public void entered(String accountId, String name, String trouble) {
            change(scan -> scan.with(scan.work().accountDone(!trouble.isEmpty())));
        }

        @Override
        public void planned(int accounts, int regions, long cells, long alreadyDone) {
            change(scan ->
                    scan.with(scan.work().planned(regions, cells, alreadyDone)).at(ScanState.Phase.READING));
        }

        @Override
        public void cellDone(String accountId, String region, String tables, long calls, int troubles) {
            change(scan -> scan.with(scan.work().cellDone(calls, troubles)));
        }

        @Override
        public void writing() {
            change(scan -> scan.at(ScanState.Phase.WRITING));
        }
    }
}
