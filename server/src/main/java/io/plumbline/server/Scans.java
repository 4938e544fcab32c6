package io.plumbline.server;

import io.plumbline.collect.Progress;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Snapshot;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scans, one at a time, and tells how the running one goes. */
final class Scans {
    private final Logger log = LoggerFactory.getLogger(Scans.class);
    private final Optional<Collecting> collecting;
    private final Consumer<Snapshot> judged;
    private final InstantSource clock;
    private final AtomicReference<Optional<ScanState>> state = new AtomicReference<>(Optional.empty());

    /**
     * Nothing runs yet.
     *
     * @param collecting empty for a server that only shows what others scan
     * @param judged judges a snapshot and lets the findings follow it
     */
    Scans(Optional<Collecting> collecting, Consumer<Snapshot> judged, InstantSource clock) {
        this.collecting = collecting;
        this.judged = judged;
        this.clock = clock;
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
     * Starts one in the background.
     *
     * @throws Problem if one runs already, or this server does not scan
     */
    ScanState start(String by) {
        Collecting how = collecting.orElseThrow(
                () -> Problem.conflict(
                        "This server was started without saying what to scan. Start it with the options of `plumbline scan`, such as --organization."));
        ScanState begun = ScanState.begin(clock.instant(), by);
        Optional<ScanState> before = state.get();
        if (before.filter(scan -> !scan.phase().over()).isPresent()
                || !state.compareAndSet(before, Optional.of(begun))) {
            throw Problem.conflict("A scan is running. Wait for its end.");
        }
        Thread.ofVirtual().name("scan").start(() -> run(how));
        return begun;
    }

    private void run(Collecting how) {
        try {
            Snapshot snapshot = how.collect(new Watching());
            change(scan -> scan.of(snapshot.manifest().id()).at(ScanState.Phase.JUDGING));
            judged.accept(snapshot);
            change(scan -> scan.at(ScanState.Phase.DONE));
        } catch (BadInput e) {
            change(scan -> scan.failed(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.error("the scan failed\n{}", Traces.of(e));
            change(scan -> scan.failed("Unexpected trouble; the server's log tells more."));
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
