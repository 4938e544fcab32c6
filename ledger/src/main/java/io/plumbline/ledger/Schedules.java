package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scans that are made by themselves. Each keeps the moment at which it is due next; one that passed while no server ran is in the past
 * when the next server looks, and so is caught up once, however many were missed.
 */
public final class Schedules {
    private static final int MOST = 200;

    private final Ledger ledger;

    Schedules(Ledger ledger) {
        this.ledger = ledger;
    }

    /** All of them, by name. */
    public List<Schedule> all() {
        return ledger.read(handle -> handle.createQuery("select * from schedule order by name, id")
                .map((row, context) -> schedule(row))
                .list());
    }

    /** One; empty if there is none. */
    public Optional<Schedule> get(String id) {
        return ledger.read(handle -> one(handle, id));
    }

    /** Those whose moment has come, the longest waiting first. */
    public List<Schedule> due(Instant now) {
        return ledger.read(handle -> handle.createQuery(
                        "select * from schedule where active and next_run <= :now order by next_run, id")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> schedule(row))
                .list());
    }

    /**
     * Adds one.
     *
     * @throws BadInput if something is wrong with the terms, or the name is taken
     */
    public Schedule add(ScheduleTerms terms, Actor by, Instant now) {
        Optional<Instant> next = next(terms, now);
        return ledger.write(handle -> {
            if (handle.createQuery("select count(*) from schedule")
                            .mapTo(Integer.class)
                            .one()
                    >= MOST) {
                throw new BadInput("There are " + MOST + " schedules already. Remove one that nobody needs.");
            }
            refuseTaken(handle, terms.name(), "");
            Schedule schedule = new Schedule(Secrets.id("schedule"), terms, by.name(), now, next);
            bind(
                            handle.createUpdate(
                                    "insert into schedule (id, name, cron, zone, scope, active, created_by, created_at, next_run)"
                                            + " values (:id, :name, :cron, :zone, :scope, :active, :by, :at, :next)"),
                            schedule)
                    .bind("by", by.name())
                    .bind("at", now.toEpochMilli())
                    .execute();
            AuditLog.append(handle, now, by, "schedule-added", schedule.id(), detail(terms));
            return schedule;
        });
    }

    /**
     * Puts other terms in the place of those that it has. It is then due as if it were new.
     *
     * @throws BadInput if there is none, or something is wrong with the terms
     */
    public Schedule change(String id, ScheduleTerms terms, Actor by, Instant now) {
        Optional<Instant> next = next(terms, now);
        return ledger.write(handle -> {
            Schedule was = existing(handle, id);
            refuseTaken(handle, terms.name(), id);
            Schedule is = new Schedule(id, terms, was.createdBy(), was.createdAt(), next);
            bind(
                            handle.createUpdate("update schedule set name = :name, cron = :cron, zone = :zone,"
                                    + " scope = :scope, active = :active, next_run = :next where id = :id"),
                            is)
                    .execute();
            AuditLog.append(handle, now, by, "schedule-changed", id, detail(terms));
            return is;
        });
    }

    /**
     * Removes one. What it did stays known.
     *
     * @throws BadInput if there is none
     */
    public void remove(String id, Actor by, Instant now) {
        ledger.write(handle -> {
            Schedule was = existing(handle, id);
            handle.execute("delete from schedule where id = ?", id);
            AuditLog.append(
                    handle,
                    now,
                    by,
                    "schedule-removed",
                    id,
                    Map.of("name", was.terms().name()));
            return id;
        });
    }

    /**
     * A scope with its units' accounts, as the last scans know them, besides those that it names.
     *
     * @throws BadInput if no account is known in them
     */
    public ScanScope resolved(ScanScope scope) {
        if (scope.ous().isEmpty()) {
            return scope;
        }
        Set<String> accounts = new HashSet<>(ledger.choose(Visible.ALL, Set.of(), Set.copyOf(scope.ous()))
                .accounts()
                .orElse(Set.of()));
        if (accounts.isEmpty()) {
            throw new BadInput(
                    "No account is known in the organizational units " + String.join(", ", scope.ous())
                            + ". They are known from a scan of the whole organization: make one first, and see that the names are right.");
        }
        accounts.addAll(scope.accounts());
        return scope.of(accounts);
    }

    /** Says when a schedule is due after a run of its own began or was skipped. */
    static void advance(Handle handle, Schedule schedule, Instant now) {
        setNext(handle, schedule.id(), next(schedule.terms(), now));
    }

    static void setNext(Handle handle, String id, Optional<Instant> next) {
        handle.createUpdate("update schedule set next_run = :next where id = :id")
                .bind("next", Columns.orNullMoment(next))
                .bind("id", id)
                .execute();
    }

    static Optional<Schedule> one(Handle handle, String id) {
        return handle.createQuery("select * from schedule where id = :id")
                .bind("id", id)
                .map((row, context) -> schedule(row))
                .findOne();
    }

    private static Schedule existing(Handle handle, String id) {
        return one(handle, id).orElseThrow(() -> new BadInput("There is no schedule '" + id + "'."));
    }

    private static void refuseTaken(Handle handle, String name, String but) {
        boolean taken = handle.createQuery("select count(*) from schedule where name = :name and id <> :but")
                        .bind("name", name)
                        .bind("but", but)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (taken) {
            throw new BadInput("There is a schedule called '" + name + "' already. Take another name.");
        }
    }

    /** When it is due first after a moment; checks the terms on the way, also of one that is not active. */
    private static Optional<Instant> next(ScheduleTerms terms, Instant now) {
        ShortName.check(terms.name(), "A schedule", "");
        terms.scope().trouble().ifPresent(trouble -> {
            throw new BadInput(trouble);
        });
        Optional<Instant> next = Timetable.of(terms.cron(), terms.zone()).next(now);
        return terms.active() ? next : Optional.empty();
    }

    private static Update bind(Update update, Schedule schedule) {
        ScheduleTerms terms = schedule.terms();
        return update.bind("id", schedule.id())
                .bind("name", terms.name())
                .bind("cron", terms.cron())
                .bind("zone", terms.zone())
                .bind("scope", Columns.json(terms.scope()))
                .bind("active", terms.active())
                .bind("next", Columns.orNullMoment(schedule.next()));
    }

    private static Map<String, Object> detail(ScheduleTerms terms) {
        return Map.of(
                "name", terms.name(),
                "cron", terms.cron(),
                "zone", terms.zone(),
                "scope", terms.scope(),
                "active", terms.active());
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getString("id"),
                new ScheduleTerms(
                        row.getString("name"),
                        row.getString("cron"),
                        row.getString("zone"),
                        JsonMapper.shared().readValue(row.getString("scope"), ScanScope.class),
                        row.getBoolean("active")),
                row.getString("created_by"),
                Columns.moment(row, "created_at"),
                Columns.optionalMoment(row, "next_run"));
    }
}
