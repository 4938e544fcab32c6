package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/** The table of exceptions. There are thousands at most, so that all may be read at once. */
final class WaiverRows {
    /** The order in which they are asked whether they cover a finding. */
    private static final Comparator<WaiverEntry> FIRST_PROPOSED =
            Comparator.comparing((WaiverEntry entry) -> entry.proposed().at()).thenComparing(WaiverEntry::id);

    private WaiverRows() {}

    /** All of them in the order in which they were proposed. */
    static List<WaiverEntry> all(Handle handle, Instant now) {
        // Ids are ordered here: databases order texts by the language that they were set up with.
        return handle.createQuery("select * from exception").map((row, context) -> entry(row, now)).list().stream()
                .sorted(FIRST_PROPOSED)
                .toList();
    }

    static Optional<WaiverEntry> one(Handle handle, String id, Instant now) {
        return handle.createQuery("select * from exception where id = :id")
                .bind("id", id)
                .map((row, context) -> entry(row, now))
                .findOne();
    }

    /** Whether an open finding is still covered by one whose time is over: to look at every finding each minute would be dear. */
    static boolean coversWhatIsOver(Handle handle, Instant now) {
        return handle.createQuery("select count(*) from finding f join exception e on e.id = f.exception"
                                + " where f.state = 'open' and e.expires <= :now")
                        .bind("now", now.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Those in force as {@code assess} takes them, in the order in which they count. */
    static List<Waiver> inForce(Handle handle, Instant now) {
        return all(handle, now).stream()
                .filter(entry -> entry.state().inForce())
                .map(WaiverRows::waiver)
                .toList();
    }

    static Waiver waiver(WaiverEntry entry) {
        return new Waiver(
                entry.id(),
                entry.rules(),
                entry.scope(),
                entry.reason(),
                entry.owner(),
                entry.decided().map(WaiverEntry.Deed::by).orElse(""),
                entry.expires());
    }

    static void insert(Handle handle, WaiverEntry entry) {
        handle.createUpdate("insert into exception (id, rules, scope, reason, owner, proposed_by, proposed_at,"
                        + " decided_by, decided_at, decision, expires, renews) values (:id, :rules, :scope, :reason, :owner,"
                        + " :proposedBy, :proposedAt, :decidedBy, :decidedAt, :decision, :expires, :renews)")
                .bind("id", entry.id())
                .bind("rules", Columns.json(entry.rules()))
                .bind("scope", Columns.json(entry.scope()))
                .bind("reason", entry.reason())
                .bind("owner", entry.owner())
                .bind("proposedBy", entry.proposed().by())
                .bind("proposedAt", entry.proposed().at().toEpochMilli())
                .bind("decidedBy", entry.decided().map(WaiverEntry.Deed::by).orElse(null))
                .bind(
                        "decidedAt",
                        entry.decided().map(deed -> deed.at().toEpochMilli()).orElse(null))
                .bind("decision", entry.decided().isPresent() ? "approved" : "open")
                .bind("expires", entry.expires().toEpochMilli())
                .bind("renews", Columns.orNull(entry.renews()))
                .execute();
    }

    static void decide(Handle handle, String id, String decision, Optional<String> note, Actor by, Instant now) {
        handle.createUpdate(
                        "update exception set decision = :decision, decided_by = :by, decided_at = :at, note = :note"
                                + " where id = :id")
                .bind("decision", decision)
                .bind("by", by.name())
                .bind("at", now.toEpochMilli())
                .bind("note", Columns.orNull(note))
                .bind("id", id)
                .execute();
    }

    static void end(Handle handle, String id, Actor by, Instant now) {
        handle.createUpdate("update exception set ended_by = :by, ended_at = :at where id = :id")
                .bind("by", by.name())
                .bind("at", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    private static WaiverEntry entry(ResultSet row, Instant now) throws SQLException {
        Instant expires = Columns.moment(row, "expires");
        Optional<WaiverEntry.Deed> ended = deed(row, "ended");
        return new WaiverEntry(
                row.getString("id"),
                Columns.texts(row.getString("rules")),
                JsonMapper.shared().readValue(row.getString("scope"), Waiver.Scope.class),
                row.getString("reason"),
                row.getString("owner"),
                new WaiverEntry.Deed(row.getString("proposed_by"), Columns.moment(row, "proposed_at")),
                deed(row, "decided"),
                ended,
                expires,
                Columns.optionalText(row, "note"),
                Columns.optionalText(row, "renews"),
                state(row.getString("decision"), ended.isPresent(), expires, now),
                0);
    }

    private static Optional<WaiverEntry.Deed> deed(ResultSet row, String verb) throws SQLException {
        Optional<Instant> at = Columns.optionalMoment(row, verb + "_at");
        String by = row.getString(verb + "_by");
        return at.map(moment -> new WaiverEntry.Deed(by, moment));
    }

    private static WaiverState state(String decision, boolean ended, Instant expires, Instant now) {
        if (decision.equals("rejected")) {
            return WaiverState.REJECTED;
        }
        if (ended) {
            return WaiverState.ENDED;
        }
        if (!expires.isAfter(now)) {
            return WaiverState.EXPIRED;
        }
        if (decision.equals("open")) {
            return WaiverState.PROPOSED;
        }
        return expires.isAfter(now.plus(WaiverState.SOON)) ? WaiverState.ACTIVE : WaiverState.EXPIRING;
    }
}
