package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Tokens for programs. Of each only a hash is kept. */
public final class Tokens {
    /** What every token begins with, so that who finds one knows what it is. */
    public static final String PREFIX = "plumb_";

    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Ledger ledger;

    Tokens(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A token that was made.
     *
     * @param secret for the program alone
     */
    public record Made(Token token, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Made[" + token.id() + "]";
        }
    }

    /**
     * For whom a program acts.
     *
     * @param role what it may do now: the token's, or the person's if that is less
     */
    public record Holder(Person person, Role role, Token token) {}

    /**
     * Makes one.
     *
     * @param role at most the owner's
     * @param expires at most a year from now
     * @throws BadInput if it would outlast that, or could do more than its owner
     */
    public Made make(String name, Role role, Instant expires, Actor owner, Instant now) {
        ShortName.check(name, "A token", "that says what it is for");
        if (!expires.isAfter(now)
                || expires.isAfter(
                        now.atZone(ZoneOffset.UTC).plusYears(1).plusDays(1).toInstant())) {
            throw new BadInput("A token is good until a day in the future, a year away at most, and " + expires
                    + " is not. Make a new one when its time comes.");
        }
        String secret = PREFIX + Secrets.fresh();
        return ledger.write(handle -> {
            Person person = People.existing(handle, owner.name()).person();
            if (!person.role().covers(role)) {
                throw new BadInput("A token cannot do more than its owner, who is " + PersonRows.word(person.role())
                        + ". Ask for less.");
            }
            Token token = new Token(
                    Secrets.id("token"), name, person.name(), role, now, expires, Optional.empty(), Optional.empty());
            handle.execute(
                    "insert into token (id, hash, name, person, role, created_at, expires) values (?, ?, ?, ?, ?, ?, ?)",
                    token.id(),
                    Secrets.sha256(secret),
                    name,
                    person.name(),
                    PersonRows.word(role),
                    now.toEpochMilli(),
                    expires.toEpochMilli());
            AuditLog.append(
                    handle,
                    now,
                    owner,
                    "token-made",
                    token.id(),
                    Map.of("name", name, "role", PersonRows.word(role), "expires", expires.toString()));
            return new Made(token, secret);
        });
    }

    /** For whom a token acts, and that it is in use; empty if there is none, if it is over or its owner may not sign in any more. */
    public Optional<Holder> use(String secret, Instant now) {
        String hash = Secrets.sha256(secret);
        Optional<Holder> found = ledger.read(handle -> handle.createQuery(
                        "select * from token where hash = :hash and expires > :now and ended_at is null")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> token(row))
                .findOne()
                .flatMap(token -> PersonRows.one(handle, token.owner())
                        .map(PersonRows.Row::person)
                        .filter(Person::active)
                        .map(person -> new Holder(person, token.role().atMost(person.role()), token))));
        boolean note = found.flatMap(holder -> holder.token().lastUsed())
                .map(used -> used.plus(NOTED).isBefore(now))
                .orElse(found.isPresent());
        if (note) {
            ledger.write(handle ->
                    handle.execute("update token set last_used = ? where hash = ?", now.toEpochMilli(), hash));
        }
        return found;
    }

    /**
     * Those that are not revoked, newest first.
     *
     * @param owner whose; empty for all people's, as an Admin sees them
     */
    public List<Token> all(Optional<String> owner) {
        Where where = new Where().and("ended_at is null").and("person = :it", owner);
        return ledger.read(handle -> where.bind(
                        handle.createQuery("select * from token" + where.sql() + " order by created_at desc, id"))
                .map((row, context) -> token(row))
                .list());
    }

    /**
     * Ends one at once.
     *
     * @param owner whose it must be; empty for anybody's, as an Admin may
     * @throws BadInput if there is none, or it is somebody else's
     */
    public void revoke(String id, Optional<String> owner, Actor by, Instant now) {
        ledger.write(handle -> {
            Where where = new Where().and("id = :it and ended_at is null", id).and("person = :it", owner);
            int ended = where.bind(handle.createUpdate("update token set ended_at = :now" + where.sql()))
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (ended == 0) {
                throw new BadInput("There is no token '" + id + "'.");
            }
            AuditLog.append(handle, now, by, "token-revoked", id, Map.of());
            return id;
        });
    }

    static int endAll(Handle handle, String person, Instant now) {
        return handle.execute(
                "update token set ended_at = ? where person = ? and ended_at is null", now.toEpochMilli(), person);
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("name"),
                row.getString("person"),
                PersonRows.role(row.getString("role")),
                Columns.moment(row, "created_at"),
                Columns.moment(row, "expires"),
                Columns.optionalMoment(row, "last_used"),
                Columns.optionalMoment(row, "ended_at"));
    }
}
