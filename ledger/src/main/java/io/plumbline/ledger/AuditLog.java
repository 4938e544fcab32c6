package io.plumbline.ledger;

import io.plumbline.snapshot.Hashes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who did what. Triggers keep lines from being changed, and each line's hash is over the line and the hash before it, so that who gets past
 * the triggers leaves a trace. A line is written in the same transaction as the deed: there is no deed without one.
 */
public final class AuditLog {
    private static final String BEFORE_ALL = "";

    private final Ledger ledger;

    AuditLog(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Line(AuditEntry entry, String detail, String hash) {
        String hashAfter(String before) {
            return AuditLog.hash(
                    before,
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    detail,
                    Columns.orNull(entry.address()));
        }
    }

    /**
     * Adds a line to a deed.
     *
     * @param handle of the transaction that the deed is in
     * @param at when
     * @param action one word, such as {@code exception-approved}
     * @param subject what it was done to
     * @param detail what else is worth knowing; never a secret
     */
    static void append(Handle handle, Instant at, Actor actor, String action, String subject, Map<String, ?> detail) {
        String before = handle.createQuery("select hash from audit_log order by id desc limit 1")
                .mapTo(String.class)
                .findOne()
                .orElse(BEFORE_ALL);
        // Milliseconds are what the column keeps, and sorted keys what a text of the same detail always is.
        Instant moment = Instant.ofEpochMilli(at.toEpochMilli());
        String text = Columns.json(new TreeMap<>(detail));
        String address = Columns.orNull(actor.address());
        handle.createUpdate("insert into audit_log (moment, actor, action, subject, detail, address, hash)"
                        + " values (:moment, :actor, :action, :subject, :detail, :address, :hash)")
                .bind("moment", moment.toEpochMilli())
                .bind("actor", actor.name())
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", text)
                .bind("address", address)
                .bind("hash", hash(before, moment, actor.name(), action, subject, text, address))
                .execute();
    }

    /** Adds a line about what happened outside of the ledger, such as an export. */
    public void append(Actor actor, String action, String subject, Map<String, ?> detail, Instant at) {
        ledger.write(handle -> {
            append(handle, at, actor, action, subject, detail);
            return subject;
        });
    }

    /** Lines that match, newest first. */
    public Page<AuditEntry> page(AuditFilter filter, Paging paging) {
        Where where = new Where()
                .and("actor = :it", filter.actor())
                .and("action = :it", filter.action())
                .and("subject = :it", filter.subject())
                .contains(filter.text(), "actor", "action", "subject", "detail");
        return ledger.read(handle -> new Page<>(
                where.bind(handle.createQuery("select count(*) from audit_log" + where.sql()))
                        .mapTo(Long.class)
                        .one(),
                where.bind(handle.createQuery("select * from audit_log" + where.sql()
                                + " order by id desc limit :size offset :offset"))
                        .bind("size", paging.size())
                        .bind("offset", paging.offset())
                        .map((row, context) -> line(row).entry())
                        .list()));
    }

    /** Goes through all lines and says whether each follows from the one before, or which is the first that does not. */
    public AuditCheck verify() {
        return ledger.read(handle -> {
            try (var lines = handle.createQuery("select * from audit_log order by id")
                    .setFetchSize(1000)
                    .map((row, context) -> line(row))
                    .iterator()) {
                return verify(lines);
            }
        });
    }

    private static AuditCheck verify(Iterator<Line> lines) {
        String before = BEFORE_ALL;
        long count = 0;
        while (lines.hasNext()) {
            Line line = lines.next();
            if (!line.hash().equals(line.hashAfter(before))) {
                return new AuditCheck.Broken(line.entry());
            }
            before = line.hash();
            count++;
        }
        return new AuditCheck.Whole(count, before);
    }

    private static Line line(ResultSet row) throws SQLException {
        String detail = row.getString("detail");
        return new Line(
                new AuditEntry(
                        row.getLong("id"),
                        Columns.moment(row, "moment"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        Columns.map(detail),
                        Columns.optionalText(row, "address")),
                detail,
                row.getString("hash"));
    }

    /** Over a JSON list, in which no two different lines are the same text. */
    private static String hash(@Nullable Object... fields) {
        Object[] texts = Arrays.stream(fields)
                .map(field -> field instanceof Instant moment ? moment.toEpochMilli() : field)
                .toArray();
        return Hashes.sha256(Columns.json(texts));
    }
}
