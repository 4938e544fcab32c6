package io.plumbline.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The scans that servers begin, so that no two of one scope run at once, none that is due is begun twice, and one that was skipped or cut off is known. A server
 * says now and then that it still runs its own; one that it says nothing of any more is over.
 */
public final class ScanRuns {
    /** How long a run is believed to go on without a word. */
    public static final Duration SILENCE = Duration.ofMinutes(3);

    /** A due scan that a server's end cut off is begun again once: if it is what ended the server, twice is enough to see that. */
    private static final int ATTEMPTS = 2;

    private static final Duration KEPT = Duration.ofDays(400);

    private final Ledger ledger;

    ScanRuns(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Begins one, if it may. A schedule's is then due at its next moment. */
    public ScanBegin begin(ScanOrder order, Instant now) {
        return ledger.write(handle -> {
            if (order.planned() && !stillDue(handle, order, now)) {
                return new ScanBegin.Gone();
            }
            Optional<ScanRun> same = same(handle, order.scope());
            if (same.isPresent()) {
                if (order.planned()) {
                    skip(handle, order, same.get(), now);
                }
                return new ScanBegin.Busy(same.get());
            }
            handle.execute(
                    "delete from scan_run where started_at < ? and state <> 'running'",
                    now.minus(KEPT).toEpochMilli());
            ScanRun run = insert(handle, order, ScanRun.State.RUNNING, Optional.empty(), now);
            if (order.planned()) {
                order.schedule().ifPresent(schedule -> Schedules.advance(handle, schedule, now));
            }
            AuditLog.append(handle, now, order.by(), "scan-started", "run-" + run.id(), detail(order));
            return new ScanBegin.Begun(run);
        });
    }

    /** Skips a schedule's scan if one of the same scope is running; else it may wait for the one that is. */
    public void skipIfSame(ScanOrder order, Instant now) {
        // Asked again and again while the other goes on, so without keeping writers waiting.
        if (ledger.<Boolean, RuntimeException>read(
                handle -> same(handle, order.scope()).isEmpty())) {
            return;
        }
        ledger.write(handle -> {
            Optional<ScanRun> same = same(handle, order.scope()).filter(run -> stillDue(handle, order, now));
            same.ifPresent(run -> skip(handle, order, run, now));
            return same;
        });
    }

    private static boolean stillDue(Handle handle, ScanOrder order, Instant now) {
        return order.schedule()
                .flatMap(schedule -> Schedules.one(handle, schedule.id()))
                .filter(schedule ->
                        schedule.terms().equals(order.schedule().orElseThrow().terms()))
                .flatMap(Schedule::next)
                .filter(due -> !due.isAfter(now))
                .isPresent();
    }

    private static Optional<ScanRun> same(Handle handle, ScanScope scope) {
        return ScanRunRows.running(handle).stream()
                .filter(run -> run.scope().equals(scope))
                .findFirst();
    }

    private static void skip(Handle handle, ScanOrder order, ScanRun running, Instant now) {
        String whose = running.scheduleName()
                .map(name -> "the schedule '" + name + "'")
                .orElse(running.startedBy());
        insert(
                handle,
                order,
                ScanRun.State.SKIPPED,
                Optional.of(
                        "A scan of the same scope was running, begun by " + whose + " at " + running.started()
                                + ". Its outcome stands for this one's; if scans take longer than the time between them, make them rarer."),
                now);
        order.schedule().ifPresent(schedule -> Schedules.advance(handle, schedule, now));
    }

    private static ScanRun insert(
            Handle handle, ScanOrder order, ScanRun.State state, Optional<String> message, Instant now) {
        Optional<Instant> ended = state == ScanRun.State.RUNNING ? Optional.empty() : Optional.of(now);
        int attempt = order.schedule()
                .filter(schedule -> order.planned())
                .flatMap(schedule -> ScanRunRows.last(handle, schedule.id()))
                .filter(last -> last.state() == ScanRun.State.INTERRUPTED)
                .map(last -> last.attempt() % ATTEMPTS + 1)
                .orElse(1);
        ScanRun run = new ScanRun(
                0,
                order.schedule().map(Schedule::id),
                order.schedule().map(schedule -> schedule.terms().name()),
                order.scope(),
                order.by().name(),
                attempt,
                state,
                now,
                ended,
                Optional.empty(),
                message);
        return ScanRunRows.insert(handle, run);
    }

    private static Map<String, Object> detail(ScanOrder order) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("scope", order.scope());
        order.schedule()
                .ifPresent(schedule -> detail.put("schedule", schedule.terms().name()));
        return detail;
    }

    /** Says that a run still goes on. */
    public void alive(long id, Instant now) {
        ledger.write(handle -> handle.execute(
                "update scan_run set alive_at = ? where id = ? and state = 'running'", now.toEpochMilli(), id));
    }

    /** Says how a run ended. */
    public void end(long id, ScanRun.State state, Optional<String> snapshot, Optional<String> message, Instant now) {
        ledger.write(handle -> handle.createUpdate("update scan_run set state = :state, snapshot = :snapshot,"
                        + " message = :message, ended_at = :now where id = :id")
                .bind("state", ScanRunRows.word(state))
                .bind("snapshot", Columns.orNull(snapshot))
                .bind("message", Columns.orNull(message))
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    /** Gives up those of which nobody said anything for long. What a schedule lost in this way is due once more. */
    public void giveUpSilent(Instant now) {
        Instant since = now.minus(SILENCE);
        // Seldom there is one, and a reader keeps nobody waiting.
        if (ledger.<Boolean, RuntimeException>read(
                handle -> ScanRunRows.silent(handle, since).isEmpty())) {
            return;
        }
        ledger.write(handle -> {
            List<ScanRun> silent = ScanRunRows.silent(handle, since);
            for (ScanRun run : silent) {
                handle.execute(
                        "update scan_run set state = 'interrupted', ended_at = ?, message = ? where id = ?",
                        now.toEpochMilli(),
                        "The server that ran it ended.",
                        run.id());
                if (run.startedBy().equals(Actor.CLOCK.name()) && run.attempt() < ATTEMPTS) {
                    run.schedule()
                            .flatMap(id -> Schedules.one(handle, id))
                            .filter(schedule -> schedule.terms().active())
                            .ifPresent(schedule -> Schedules.setNext(handle, schedule.id(), Optional.of(now)));
                }
            }
            return silent;
        });
    }

    /** The last run of each schedule, by its id. */
    public Map<String, ScanRun> lastOfSchedules() {
        Map<String, ScanRun> last = new HashMap<>();
        ledger.read(ScanRunRows::lastOfSchedules)
                .forEach(run -> run.schedule().ifPresent(schedule -> last.put(schedule, run)));
        return last;
    }

    /** Those that left no snapshot and do not run, newest first. */
    public List<ScanRun> withoutSnapshot(int atMost) {
        return ledger.read(handle -> ScanRunRows.withoutSnapshot(handle, atMost));
    }

    /** The last run that left a snapshot, for each of these that a server made. */
    public Map<String, ScanRun> of(Collection<String> snapshots) {
        Map<String, ScanRun> runs = new HashMap<>();
        ledger.read(handle -> ScanRunRows.of(handle, snapshots))
                .forEach(run -> run.snapshot().ifPresent(snapshot -> runs.put(snapshot, run)));
        return runs;
    }
}
