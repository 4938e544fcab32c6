package io.plumbline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/** The table of scans that servers began. */
final class ScanRunRows {
    private ScanRunRows() {}

    static List<ScanRun> running(Handle handle) {
        return handle.createQuery("select * from scan_run where state = 'running' order by id")
                .map((row, context) -> run(row))
                .list();
    }

    static List<ScanRun> silent(Handle handle, Instant since) {
        return handle.createQuery("select * from scan_run where state = 'running' and alive_at < :since order by id")
                .bind("since", since.toEpochMilli())
                .map((row, context) -> run(row))
                .list();
    }

    static Optional<ScanRun> last(Handle handle, String schedule) {
        return handle.createQuery("select * from scan_run where schedule = :schedule order by id desc limit 1")
                .bind("schedule", schedule)
                .map((row, context) -> run(row))
                .findOne();
    }

    static List<ScanRun> lastOfSchedules(Handle handle) {
        return handle.createQuery("select * from scan_run where id in"
                        + " (select max(id) from scan_run where schedule is not null group by schedule)")
                .map((row, context) -> run(row))
                .list();
    }

    static List<ScanRun> withoutSnapshot(Handle handle, int atMost) {
        return handle.createQuery("select * from scan_run where snapshot is null and state <> 'running'"
                        + " order by id desc limit :most")
                .bind("most", atMost)
                .map((row, context) -> run(row))
                .list();
    }

    static List<ScanRun> of(Handle handle, Collection<String> snapshots) {
        Where where = new Where().in("snapshot", snapshots);
        return where.bind(handle.createQuery("select * from scan_run" + where.sql() + " order by id"))
                .map((row, context) -> run(row))
                .list();
    }

    /** Writes one down, which gives it its number. */
    static ScanRun insert(Handle handle, ScanRun run) {
        handle.createUpdate("insert into scan_run (schedule, schedule_name, scope, started_by, attempt, state, started_at,"
                        + " alive_at, ended_at, message) values (:schedule, :name, :scope, :by, :attempt, :state, :started,"
                        + " :started, :ended, :message)")
                .bind("schedule", Columns.orNull(run.schedule()))
                .bind("name", Columns.orNull(run.scheduleName()))
                .bind("scope", Columns.json(run.scope()))
                .bind("by", run.startedBy())
                .bind("attempt", run.attempt())
                .bind("state", word(run.state()))
                .bind("started", run.started().toEpochMilli())
                .bind("ended", Columns.orNullMoment(run.ended()))
                .bind("message", Columns.orNull(run.message()))
                .execute();
        // There is one writer at a time, so the newest is this one.
        return handle.createQuery("select * from scan_run order by id desc limit 1")
                .map((row, context) -> run(row))
                .one();
    }

    static String word(ScanRun.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ScanRun run(ResultSet row) throws SQLException {
        return new ScanRun(
                row.getLong("id"),
                Columns.optionalText(row, "schedule"),
                Columns.optionalText(row, "schedule_name"),
                JsonMapper.shared().readValue(row.getString("scope"), ScanScope.class),
                row.getString("started_by"),
                row.getInt("attempt"),
                ScanRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Columns.moment(row, "started_at"),
                Columns.optionalMoment(row, "ended_at"),
                Columns.optionalText(row, "snapshot"),
                Columns.optionalText(row, "message"));
    }
}
