package io.plumbline.server;

import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.ScanOrder;
import io.plumbline.ledger.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the scans of schedules when their moment has come. The ledger holds all that has to be known for that, so a server that was down
 * finds what it missed, and two servers on one ledger do not both begin. One whose scope is being scanned is skipped; one of another scope waits, since
 * a home takes one scan at a time.
 */
final class Scheduler {
    /** How often it looks. */
    static final Duration EVERY = Duration.ofSeconds(20);

    private final Logger log = LoggerFactory.getLogger(Scheduler.class);
    private final Ledger ledger;
    private final Scans scans;
    private final InstantSource clock;

    Scheduler(Ledger ledger, Scans scans, InstantSource clock) {
        this.ledger = ledger;
        this.scans = scans;
        this.clock = clock;
    }

    /** Looks once. Trouble of one schedule, or of a moment, keeps nothing else from its turn. */
    void look() {
        guarded("what runs could not be looked at", this::sayAlive);
        if (scans.can()) {
            guarded("schedules could not be looked at", () -> ledger.schedules()
                    .due(clock.instant())
                    .forEach(schedule -> guarded(
                            "the schedule " + schedule.id() + " could not be followed", () -> follow(schedule))));
        }
    }

    private void sayAlive() {
        Instant now = clock.instant();
        OptionalLong own = scans.running().map(ScanState::run).orElse(OptionalLong.empty());
        own.ifPresent(run -> ledger.scanRuns().alive(run, now));
        ledger.scanRuns().giveUpSilent(now);
    }

    private void follow(Schedule schedule) {
        ScanOrder order = ScanOrder.of(schedule, Actor.CLOCK);
        switch (scans.attempt(order)) {
            case Scans.Start.Started started -> {
                // It tells of itself.
            }
            case Scans.Start.Occupied occupied -> ledger.scanRuns().skipIfSame(order, clock.instant());
            case Scans.Start.Refused refused -> {
                // Skipped, or begun by another server: the ledger knows.
            }
        }
    }

    private void guarded(String trouble, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("{}\n{}", trouble, Traces.of(e));
        }
    }
}
