package io.plumbline.ledger;

import io.plumbline.model.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What a rule's units came to in an account, as long as that was so. Failed ones are counted from the findings that are open and that the
 * newest assessment saw, so that an exception shows at once; the others come from an assessment.
 */
final class ControlStates {
    private static final int BATCH = 2_000;

    private ControlStates() {}

    /**
     * What an assessment says of a place.
     *
     * @param units how many units passed and so on; empty where that is not known anew
     */
    record Judged(RuleAccount place, Optional<UnitNumbers> units) {}

    /** Units that did not fail. */
    record UnitNumbers(long passed, long notApplicable, long manual, long unknown) {
        static final UnitNumbers NONE = new UnitNumbers(0, 0, 0, 0);
    }

    /** A row to write in place of one that held until now. */
    private record Next(
            RuleAccount place,
            long since,
            Optional<Long> replaced,
            boolean afresh,
            UnitNumbers units,
            long failed,
            long excepted,
            long affected) {
        Status status() {
            return Status.ofControl(failed, units.unknown(), units.manual(), units.passed() + failed + excepted);
        }
    }

    /** Counts failed and excepted units of these places again. A place that was never judged stays so. */
    static void recount(Handle handle, Instant at, Set<RuleAccount> places) {
        List<Judged> judged = places.stream()
                .map(place -> new Judged(place, Optional.empty()))
                .toList();
        apply(handle, at, Optional.empty(), judged);
    }

    /**
     * Writes a new row for each place whose numbers are not what they were.
     *
     * @param at when they began to be so; what was written later keeps its time
     * @param assessment the one that judged; empty for a recount, which keeps the one there was
     * @return how many changed
     */
    static long apply(Handle handle, Instant at, Optional<String> assessment, Collection<Judged> judged) {
        if (judged.isEmpty()) {
            return 0;
        }
        stage(handle, judged);
        List<Next> changed = new ArrayList<>();
        handle.createQuery("select p.rule, p.account_id, p.passed, p.not_applicable, p.manual, p.unknown,"
                        + " coalesce(f.failed, 0), coalesce(f.excepted, 0), coalesce(f.affected, 0),"
                        + " s.id, s.since, s.passed, s.not_applicable, s.manual, s.unknown, s.failed, s.excepted, s.affected"
                        + " from place_count p left join control_state s"
                        + " on s.rule = p.rule and s.account_id = p.account_id and s.until is null"
                        + " left join (select f.rule, f.account_id, count(*) filter (where f.exception is null) as failed,"
                        + " count(*) filter (where f.exception is not null) as excepted,"
                        + " count(distinct case when f.exception is null then f.asset end) as affected"
                        + " from place_count p join finding f on f.rule = p.rule and f.account_id = p.account_id"
                        + " where f.state = 'open' and f.not_seen is null group by f.rule, f.account_id) f"
                        + " on f.rule = p.rule and f.account_id = p.account_id order by p.rule, p.account_id")
                .map((row, context) -> next(row, at, assessment.isPresent()))
                .forEach(next -> next.ifPresent(changed::add));
        write(handle, at, assessment, changed);
        if (!changed.isEmpty()) {
            NumbersVersion.next(handle);
        }
        return changed.size();
    }

    private static void stage(Handle handle, Collection<Judged> judged) {
        handle.execute("drop table if exists place_count");
        handle.execute("create temporary table place_count (rule text, account_id text, passed bigint,"
                + " not_applicable bigint, manual bigint, unknown bigint, primary key (rule, account_id))");
        PreparedBatch batch = handle.prepareBatch("insert into place_count values (?, ?, ?, ?, ?, ?)");
        for (Judged one : judged) {
            batch.bind(0, one.place().rule()).bind(1, one.place().accountId());
            batch.bind(2, one.units().map(UnitNumbers::passed));
            batch.bind(3, one.units().map(UnitNumbers::notApplicable));
            batch.bind(4, one.units().map(UnitNumbers::manual));
            batch.bind(5, one.units().map(UnitNumbers::unknown));
            batch.add();
            if (batch.size() == BATCH) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static Optional<Next> next(ResultSet row, Instant at, boolean judging) throws SQLException {
        RuleAccount place = new RuleAccount(row.getString(1), row.getString(2));
        long failed = row.getLong(7);
        long excepted = row.getLong(8);
        long affected = row.getLong(9);
        row.getLong(3);
        boolean counted = !row.wasNull();
        long id = row.getLong(10);
        boolean known = !row.wasNull();
        if (!known && !judging) {
            return Optional.empty();
        }
        UnitNumbers before = known ? units(row, 12) : UnitNumbers.NONE;
        UnitNumbers now = counted ? units(row, 3) : before;
        if (known
                && now.equals(before)
                && failed == row.getLong(16)
                && excepted == row.getLong(17)
                && affected == row.getLong(18)) {
            return Optional.empty();
        }
        long since = row.getLong(11);
        boolean afresh = !known || at.toEpochMilli() > since;
        return Optional.of(new Next(
                place,
                afresh ? at.toEpochMilli() : since,
                known ? Optional.of(id) : Optional.empty(),
                afresh,
                now,
                failed,
                excepted,
                affected));
    }

    private static UnitNumbers units(ResultSet row, int first) throws SQLException {
        return new UnitNumbers(
                row.getLong(first), row.getLong(first + 1), row.getLong(first + 2), row.getLong(first + 3));
    }

    private static void write(Handle handle, Instant at, Optional<String> assessment, List<Next> changed) {
        PreparedBatch end = handle.prepareBatch("update control_state set until = ? where id = ?");
        PreparedBatch amend = handle.prepareBatch("update control_state set status = :status, passed = :passed,"
                + " failed = :failed, excepted = :excepted, not_applicable = :notApplicable, manual = :manual,"
                + " unknown = :unknown, affected = :affected where id = :id");
        PreparedBatch begin =
                handle.prepareBatch("insert into control_state (rule, account_id, since, assessment, status,"
                        + " passed, failed, excepted, not_applicable, manual, unknown, affected) values (:rule, :account, :since,"
                        + " coalesce(:assessment, (select assessment from account where id = :account), ''), :status, :passed,"
                        + " :failed, :excepted, :notApplicable, :manual, :unknown, :affected)");
        for (Next next : changed) {
            if (!next.afresh()) {
                numbers(amend, next).bind("id", next.replaced()).add();
                continue;
            }
            next.replaced()
                    .ifPresent(id -> end.bind(0, at.toEpochMilli()).bind(1, id).add());
            numbers(begin, next)
                    .bind("rule", next.place().rule())
                    .bind("account", next.place().accountId())
                    .bind("since", next.since())
                    .bind("assessment", assessment)
                    .add();
        }
        for (PreparedBatch batch : List.of(end, amend, begin)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static PreparedBatch numbers(PreparedBatch batch, Next next) {
        return batch.bind("status", next.status().name())
                .bind("passed", next.units().passed())
                .bind("failed", next.failed())
                .bind("excepted", next.excepted())
                .bind("notApplicable", next.units().notApplicable())
                .bind("manual", next.units().manual())
                .bind("unknown", next.units().unknown())
                .bind("affected", next.affected());
    }

    /** Ends the numbers of accounts that are not judged any more. */
    static void end(Handle handle, Instant at, Collection<String> accounts) {
        PreparedBatch batch = handle.prepareBatch(
                "update control_state set until = case when since > :at then since else :at end where account_id = :account and until is null");
        accounts.forEach(account ->
                batch.bind("at", at.toEpochMilli()).bind("account", account).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
