package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * People who sign in by OpenID Connect. The provider's issuer and subject say who somebody is; a name there may be changed, or be given to
 * somebody else. What they may do is what the provider's groups say at each sign-in, so whoever lost a group there loses it here then.
 */
public final class Identities {
    private final Ledger ledger;

    Identities(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Lets somebody in whom a provider vouches for: as the person that they were before, or as a new one. */
    public Admission admit(Arrival arrival, Optional<String> address, Instant now) {
        return ledger.write(handle -> {
            Optional<String> known = person(handle, arrival);
            if (known.isEmpty() && PersonRows.one(handle, arrival.name()).isPresent()) {
                return refused(
                        handle,
                        arrival,
                        address,
                        now,
                        "There is somebody else called '" + arrival.name()
                                + "' here already, and nobody becomes them by having their name at the identity provider. Ask an"
                                + " Admin of Plumbline to let the provider send another name (--oidc-name-claim).");
            }
            Person person;
            try {
                person = known.isPresent() ? returning(handle, known.get(), arrival, now) : added(handle, arrival, now);
            } catch (BadInput e) {
                return refused(handle, arrival, address, now, String.valueOf(e.getMessage()));
            }
            if (!person.active()) {
                return refused(
                        handle,
                        arrival,
                        address,
                        now,
                        "You may not sign in any more. An Admin of Plumbline can change that.");
            }
            PersonRows.seen(handle, person.name(), now);
            handle.execute("update identity set last_seen = ? where person = ?", now.toEpochMilli(), person.name());
            AuditLog.append(
                    handle,
                    now,
                    new Actor(person.name(), address),
                    "signed-in",
                    person.name(),
                    Map.of("issuer", arrival.issuer()));
            return new Admission.Admitted(person);
        });
    }

    private static Admission refused(
            Handle handle, Arrival arrival, Optional<String> address, Instant now, String why) {
        AuditLog.append(
                handle,
                now,
                new Actor("unknown", address),
                "sign-in-refused",
                "unknown",
                Map.of("issuer", arrival.issuer(), "subject", arrival.subject(), "why", why));
        return new Admission.Refused(why);
    }

    private static Optional<String> person(Handle handle, Arrival arrival) {
        return handle.createQuery("select person from identity where issuer = :issuer and subject = :subject")
                .bind("issuer", arrival.issuer())
                .bind("subject", arrival.subject())
                .mapTo(String.class)
                .findOne();
    }

    private static Person added(Handle handle, Arrival arrival, Instant now) {
        Actor by = new Actor("openid-connect", Optional.empty());
        Person person = People.insert(handle, arrival.name(), arrival.role(), arrival.scope(), "", by, now);
        handle.execute(
                "insert into identity (issuer, subject, person, created_at, last_seen) values (?, ?, ?, ?, ?)",
                arrival.issuer(),
                arrival.subject(),
                person.name(),
                now.toEpochMilli(),
                now.toEpochMilli());
        return person;
    }

    /** Somebody who was here before, with what their groups give them now; sessions and tokens of less follow by themselves. */
    private static Person returning(Handle handle, String name, Arrival arrival, Instant now) {
        Person was = People.existing(handle, name).person();
        boolean same = was.role() == arrival.role() && was.scope().equals(arrival.scope());
        if (!was.active() || same) {
            return was;
        }
        Person is = new Person(
                was.name(),
                arrival.role(),
                arrival.scope(),
                true,
                was.mustChange(),
                was.secondFactor(),
                was.createdAt(),
                was.lastSeen());
        PersonRows.change(handle, is);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("role", PersonRows.word(is.role()));
        detail.put("scope", is.scope());
        AuditLog.append(
                handle, now, new Actor("openid-connect", Optional.empty()), "person-changed", is.name(), detail);
        return is;
    }

    /** Whether a person signs in by OpenID Connect. */
    public boolean has(String person) {
        return ledger.read(handle -> handle.createQuery("select count(*) from identity where person = :person")
                        .bind("person", person)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Whether somebody of an issuer came in who lets people in and sees all, and still may: then nobody needs a password. */
    public boolean anAdminCame(String issuer) {
        return ledger.read(handle -> handle
                .createQuery("select person.* from identity join person on person.name = identity.person"
                        + " where identity.issuer = :issuer and person.active")
                .bind("issuer", issuer)
                .map((row, context) -> PersonRows.row(row).person())
                .list()
                .stream()
                .anyMatch(
                        person -> person.role() == Role.ADMIN && person.scope().equals(PersonScope.ALL)));
    }
}
