package io.plumbline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/** The table of people. */
final class PersonRows {
    /**
     * A person with what is kept of their secrets.
     *
     * @param password what is kept of it; blank for one who comes from elsewhere
     * @param totp the second factor's secret, sealed
     * @param totpNew one that waits for its first code, sealed
     * @param totpStep the last step of which a code was taken
     */
    record Row(Person person, String password, Optional<String> totp, Optional<String> totpNew, long totpStep) {}

    private PersonRows() {}

    static List<Person> all(Handle handle) {
        return handle.createQuery("select * from person").map((row, context) -> row(row).person()).list().stream()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** One by name, in capitals or not: nobody shall be taken for somebody else by the look of a letter. */
    static Optional<Row> one(Handle handle, String name) {
        return handle.createQuery("select * from person where lower(name) = :name")
                .bind("name", name.toLowerCase(Locale.ROOT))
                .map((row, context) -> row(row))
                .findOne();
    }

    static void insert(Handle handle, Person person, String password) {
        handle.createUpdate(
                        "insert into person (name, role, scope, password, totp_step, active, must_change, created_at)"
                                + " values (:name, :role, :scope, :password, 0, true, :mustChange, :createdAt)")
                .bind("name", person.name())
                .bind("role", word(person.role()))
                .bind("scope", Columns.json(person.scope()))
                .bind("password", password)
                .bind("mustChange", person.mustChange())
                .bind("createdAt", person.createdAt().toEpochMilli())
                .execute();
    }

    static void change(Handle handle, Person person) {
        handle.createUpdate("update person set role = :role, scope = :scope, active = :active where name = :name")
                .bind("role", word(person.role()))
                .bind("scope", Columns.json(person.scope()))
                .bind("active", person.active())
                .bind("name", person.name())
                .execute();
    }

    static void password(Handle handle, String name, String kept, boolean mustChange) {
        handle.createUpdate("update person set password = :password, must_change = :mustChange where name = :name")
                .bind("password", kept)
                .bind("mustChange", mustChange)
                .bind("name", name)
                .execute();
    }

    static void totp(Handle handle, String name, Optional<String> totp, Optional<String> totpNew, long step) {
        handle.createUpdate("update person set totp = :totp, totp_new = :totpNew, totp_step = :step where name = :name")
                .bind("totp", Columns.orNull(totp))
                .bind("totpNew", Columns.orNull(totpNew))
                .bind("step", step)
                .bind("name", name)
                .execute();
    }

    static void seen(Handle handle, String name, Instant now) {
        handle.execute("update person set last_seen = ? where name = ?", now.toEpochMilli(), name);
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Row row(ResultSet row) throws SQLException {
        Optional<String> totp = Columns.optionalText(row, "totp");
        return new Row(
                new Person(
                        row.getString("name"),
                        role(row.getString("role")),
                        JsonMapper.shared().readValue(row.getString("scope"), PersonScope.class),
                        row.getBoolean("active"),
                        row.getBoolean("must_change"),
                        totp.isPresent(),
                        Columns.moment(row, "created_at"),
                        Columns.optionalMoment(row, "last_seen")),
                row.getString("password"),
                totp,
                Columns.optionalText(row, "totp_new"),
                row.getLong("totp_step"));
    }
}
