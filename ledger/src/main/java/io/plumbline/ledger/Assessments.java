package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The assessments that findings follow, and what changed from one to another. */
public final class Assessments {
    private static final String SELECT =
            "select id, moment, tracked_at, scope, accounts, entered, regions, gaps, opened,"
                    + " resolved, reopened from assessment";

    private static final int MOST = 1_000;

    private final Ledger ledger;

    public Assessments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Newest first. */
    public Page<AssessmentInfo> page(Paging paging) {
        return ledger.read(handle -> new Page<>(
                handle.createQuery("select count(*) from assessment")
                        .mapTo(Long.class)
                        .one(),
                handle.createQuery(SELECT + " order by moment desc, id desc limit " + paging.size() + " offset "
                                + paging.offset())
                        .map((row, context) -> info(row))
                        .list()));
    }

    /** The newest one that was followed by then; empty if there is none. */
    public Optional<AssessmentInfo> at(Instant moment) {
        return ledger.read(handle -> at(handle, moment));
    }

    static Optional<AssessmentInfo> at(Handle handle, Instant moment) {
        return handle.createQuery(SELECT + " where tracked_at <= ? order by moment desc, id desc limit 1")
                .bind(0, moment.toEpochMilli())
                .map((row, context) -> info(row))
                .findOne();
    }

    /** Those of a time, oldest first. */
    static List<AssessmentInfo> between(Handle handle, Instant from, Instant to) {
        return handle.createQuery(SELECT + " where tracked_at > ? and tracked_at <= ? order by tracked_at, moment, id")
                .bind(0, from.toEpochMilli())
                .bind(1, to.toEpochMilli())
                .map((row, context) -> info(row))
                .list();
    }

    /** One by id. */
    public Optional<AssessmentInfo> get(String id) {
        return ledger.read(handle -> get(handle, id));
    }

    private static Optional<AssessmentInfo> get(Handle handle, String id) {
        return handle.createQuery(SELECT + " where id = ?")
                .bind(0, id)
                .map((row, context) -> info(row))
                .findOne();
    }

    private static AssessmentInfo info(ResultSet row) throws SQLException {
        return new AssessmentInfo(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11));
    }

    /**
     * What changed, seen from the end: a finding that opened and was resolved again in between is in none of the lists. Each list holds at
     * most a thousand, the worst ones.
     *
     * @param before the earlier assessment; empty for the one just before {@code after}
     * @throws BadInput if there is no such assessment, or the earlier is not earlier
     */
    public Differences differences(Optional<String> before, String after, Visible visible) {
        return ledger.read(handle -> {
            AssessmentInfo last = known(handle, after);
            Where where = new Where();
            if (before.isPresent()) {
                AssessmentInfo first = known(handle, before.get());
                if (!first.moment().isBefore(last.moment())) {
                    throw new BadInput("The assessment " + before.get() + " is not earlier than " + after
                            + ". Name the earlier one first.");
                }
                where.and("s.moment > :it", first.moment().toEpochMilli())
                        .and("s.moment <= :it", last.moment().toEpochMilli());
            } else {
                where.and("s.id = :it", after);
            }
            where.in("e.kind", List.of("opened", "resolved", "reopened")).visible("f.account_id", visible);
            return new Differences(
                    list(handle, where, "opened", "<>"),
                    list(handle, where, "resolved", "="),
                    list(handle, where, "reopened", "<>"));
        });
    }

    private static AssessmentInfo known(Handle handle, String id) {
        return get(handle, id)
                .orElseThrow(() -> new BadInput("There is no assessment '" + id + "' that findings follow."));
    }

    /** Findings whose first event was of this kind, and whose last one left them resolved ({@code =}) or open ({@code <>}). */
    private static List<Finding> list(Handle handle, Where where, String kind, String resolved) {
        String ends = "last.kind " + resolved + " 'resolved' and first.kind = '" + kind + "'";
        return where.bind(handle.createQuery(FindingRows.SELECT
                        + " join (select e.finding, min(e.id) as first_id, max(e.id) as last_id from finding_event e"
                        + " join assessment s on s.id = e.assessment join finding f on f.id = e.finding" + where.sql()
                        + " group by e.finding) x on x.finding = f.id join finding_event first on first.id = x.first_id"
                        + " join finding_event last on last.id = x.last_id where " + ends
                        + FindingOrder.SEVERITY.sql(true) + " limit " + MOST))
                .map((row, context) -> FindingRows.finding(row))
                .list();
    }

    /** What changed in the findings. */
    public record Differences(List<Finding> opened, List<Finding> resolved, List<Finding> reopened) {}
}
