package io.plumbline.ledger;

import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            long total = count(handle, query, where);
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
            return count(handle, query, query.where(LedgerAccounts.of(handle), visible));
        });
    }

    private static long count(Handle handle, FindingQuery query, Where where) {
        return where.bind(handle.createQuery("select count(*)" + from(query) + where.sql()))
                .mapTo(Long.class)
                .one();
    }

    /** Only a text is looked for in the account's name; else no account is looked up. */
    private static String from(FindingQuery query) {
        return query.text().isPresent() ? FindingRows.FROM : " from finding f";
    }

    /** How many are open in each account that may be seen and has any. */
    public Map<String, Long> openByAccount(Visible visible) {
        return ledger.read(handle -> {
            Where where =
                    new Where().and("f.state = :it", FindingState.OPEN.word()).visible("f.account_id", visible);
            Map<String, Long> open = new HashMap<>();
            where.bind(handle.createQuery(
                            "select f.account_id, count(*) from finding f" + where.sql() + " group by f.account_id"))
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
            return open;
        });
    }

    /** The same, grouped; those with the worst findings first. */
    public Page<FindingGroup> groups(FindingGroup.By by, FindingQuery query, Paging paging, Visible visible) {
        return ledger.read(handle -> {
            Where where = query.where(LedgerAccounts.of(handle), visible);
            long total = where.bind(
                            handle.createQuery("select count(distinct " + by.key() + ")" + from(query) + where.sql()))
                    .mapTo(Long.class)
                    .one();
            List<FindingGroup> items = where.bind(
                            handle.createQuery("select " + by.key() + " as group_key, " + by.label()
                                    + " as label, max(f.severity) as severity, count(*) as findings, " + severities()
                                    + ", count(distinct f.account_id) as accounts" + from(query) + where.sql()
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

    /** A finding opens once, so those that opened need not be told apart. Its account matters only to who may not see all. */
    private static long happened(Handle handle, String kind, Instant since, Visible visible) {
        Where where = new Where()
                .and("e.kind = :it", kind)
                .and("e.moment >= :it", since.toEpochMilli())
                .visible("f.account_id", visible);
        String counted = kind.equals("opened") ? "count(*)" : "count(distinct e.finding)";
        String joined = visible.accounts().isPresent() ? " join finding f on f.id = e.finding" : "";
        return where.bind(handle.createQuery("select " + counted + " from finding_event e" + joined + where.sql()))
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
