package io.plumbline.ledger;

import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What failed, over time. Every question takes the accounts that the answer may be about. */
public final class Findings {
    private final Ledger ledger;

    public Findings(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Those that somebody wants to see. */
    public Page<Finding> page(
            FindingQuery query, FindingOrder order, boolean descending, Paging paging, Visible visible) {
        return ledger.read(handle -> {
            Where where = query.where(LedgerAccounts.of(handle), visible);
            long total = where.bind(handle.createQuery("select count(*)" + FindingRows.FROM + where.sql()))
                    .mapTo(Long.class)
                    .one();
            List<Finding> items = where.bind(handle.createQuery(
                            FindingRows.SELECT + where.sql() + order.sql(descending) + limit(paging)))
                    .map((row, context) -> FindingRows.finding(row))
                    .list();
            return new Page<>(total, items);
        });
    }

    private static String limit(Paging paging) {
        return " limit " + paging.size() + " offset " + paging.offset();
    }

    /** How many there are of those that somebody wants to see. */
    public long count(FindingQuery query, Visible visible) {
        return ledger.read(handle -> {
            Where where = query.where(LedgerAccounts.of(handle), visible);
            return where.bind(handle.createQuery("select count(*)" + FindingRows.FROM + where.sql()))
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** The same, grouped; those with the worst findings first. */
    public Page<FindingGroup> groups(FindingGroup.By by, FindingQuery query, Paging paging, Visible visible) {
        return ledger.read(handle -> {
            Where where = query.where(LedgerAccounts.of(handle), visible);
            long total = where.bind(handle.createQuery(
                            "select count(distinct " + by.key() + ")" + FindingRows.FROM + where.sql()))
                    .mapTo(Long.class)
                    .one();
            List<FindingGroup> items = where.bind(
                            handle.createQuery("select " + by.key() + " as group_key, " + by.label()
                                    + " as label, max(f.severity) as severity, count(*) as findings, " + severities()
                                    + ", count(distinct f.account_id) as accounts" + FindingRows.FROM + where.sql()
                                    + " group by " + by.key()
                                    + " order by critical desc, high desc, medium desc, low desc, findings desc, group_key"
                                    + limit(paging)))
                    .map((row, context) -> new FindingGroup(
                            row.getString("group_key"),
                            row.getString("label"),
                            Severity.values()[row.getInt("severity")],
                            row.getLong("findings"),
                            row.getLong("critical"),
                            row.getLong("high"),
                            row.getLong("medium"),
                            row.getLong("low"),
                            row.getLong("accounts")))
                    .list();
            return new Page<>(total, items);
        });
    }

    private static String severities() {
        return List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW).stream()
                .map(severity ->
                        "count(*) filter (where f.severity = " + severity.ordinal() + ") as " + severity.word())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** One finding with its history; empty if there is none of that id, or none that may be seen. */
    public Optional<FindingDetail> get(String id, Visible visible) {
        return ledger.read(handle -> {
            Where where = new Where().and("f.id = :it", id).visible("f.account_id", visible);
            return where.bind(handle.createQuery(FindingRows.SELECT + where.sql()))
                    .map((row, context) -> new FindingDetail(
                            FindingRows.finding(row),
                            row.getString("evidence"),
                            Columns.texts(row.getString("warnings")),
                            Columns.tags(row.getString("tags")),
                            FindingRows.history(handle, id)))
                    .findOne();
        });
    }

    /** How many findings opened, were resolved and came back at a moment or later; each counts once of its kind. */
    public Movement movement(Instant since, Visible visible) {
        return ledger.read(handle -> new Movement(
                happened(handle, "opened", since, visible),
                happened(handle, "resolved", since, visible),
                happened(handle, "reopened", since, visible)));
    }

    private static long happened(Handle handle, String kind, Instant since, Visible visible) {
        Where where = new Where()
                .and("e.kind = :it", kind)
                .and("e.moment >= :it", since.toEpochMilli())
                .visible("f.account_id", visible);
        return where.bind(handle.createQuery("select count(distinct e.finding) from finding_event e"
                        + " join finding f on f.id = e.finding" + where.sql()))
                .mapTo(Long.class)
                .one();
    }

    /**
     * How many findings moved.
     *
     * @param opened seen for the first time
     */
    public record Movement(long opened, long resolved, long reopened) {}
}
