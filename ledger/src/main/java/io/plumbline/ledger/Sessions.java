package io.plumbline.ledger;

import io.plumbline.snapshot.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is signed in. Of a cookie only a hash is kept, so the database signs nobody in. */
public final class Sessions {
    /** A session that nobody used for so long is over. */
    public static final Duration IDLE = Duration.ofHours(8);

    /** A session is over after so long. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Use is written down at most so often, so that reading a page does not write. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Ledger ledger;

    Sessions(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A session that has begun.
     *
     * @param cookie the secret, for the browser alone
     */
    public record Begun(String cookie, Session session) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Begun[" + session.person().name() + "]";
        }
    }

    private record Row(PersonRows.Row person, Instant lastSeen) {}

    /** Begins one for somebody who showed who they are; forgets those that are over. */
    public Begun begin(Person person, Instant now) {
        String cookie = Secrets.fresh();
        ledger.write(handle -> {
            handle.execute(
                    "delete from session where created_at <= ? or last_seen <= ?",
                    now.minus(LONGEST).toEpochMilli(),
                    now.minus(IDLE).toEpochMilli());
            return handle.execute(
                    "insert into session (id, person, created_at, last_seen) values (?, ?, ?, ?)",
                    Secrets.sha256(cookie),
                    person.name(),
                    now.toEpochMilli(),
                    now.toEpochMilli());
        });
        return new Begun(cookie, new Session(person, csrf(cookie)));
    }

    /** The session of a cookie, and that it is in use; empty if there is none, if it is over or the person may not sign in any more. */
    public Optional<Session> use(String cookie, Instant now) {
        String id = Secrets.sha256(cookie);
        Optional<Row> found = ledger.read(handle -> handle.createQuery(
                        "select person.*, session.last_seen as used from session join person on person.name = session.person"
                                + " where session.id = :id and session.created_at > :begun and session.last_seen > :idle"
                                + " and person.active")
                .bind("id", id)
                .bind("begun", now.minus(LONGEST).toEpochMilli())
                .bind("idle", now.minus(IDLE).toEpochMilli())
                .map((row, context) -> new Row(PersonRows.row(row), Columns.moment(row, "used")))
                .findOne());
        if (found.isPresent() && found.get().lastSeen().plus(NOTED).isBefore(now)) {
            ledger.write(
                    handle -> handle.execute("update session set last_seen = ? where id = ?", now.toEpochMilli(), id));
        }
        return found.map(row -> new Session(row.person().person(), csrf(cookie)));
    }

    /** Ends one. */
    public void end(String cookie, Actor by, Instant now) {
        ledger.write(handle -> {
            int ended = handle.execute("delete from session where id = ?", Secrets.sha256(cookie));
            if (ended > 0) {
                AuditLog.append(handle, now, by, "signed-out", by.name(), Map.of());
            }
            return ended;
        });
    }

    /** Ends all of a person. */
    public void endAll(String person) {
        ledger.write(handle -> endAll(handle, person));
    }

    static int endAll(Handle handle, String person) {
        return handle.execute("delete from session where person = ?", person);
    }

    /** Made of the cookie's value, which who forges a request does not have; so it need not be kept. */
    private static String csrf(String cookie) {
        return Hashes.sha256("csrf\n" + cookie);
    }
}
