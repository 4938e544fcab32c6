package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Who may sign in, as what, and which accounts they see. */
public final class People {
    private static final String NAME = "[A-Za-z0-9._@+-]{1,100}";

    private final Ledger ledger;

    People(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Where there is nobody yet, an Admin with a password made once; empty as soon as there is anybody. */
    public Optional<NewPerson> first(Instant now) {
        return ledger.write(handle -> PersonRows.all(handle).isEmpty()
                ? Optional.of(
                        add(handle, "admin", Role.ADMIN, PersonScope.ALL, new Actor("setup", Optional.empty()), now))
                : Optional.empty());
    }

    /** All of them, by name. */
    public List<Person> all() {
        return ledger.read(PersonRows::all);
    }

    /** One; empty if there is none of that name. */
    public Optional<Person> get(String name) {
        return ledger.read(handle -> PersonRows.one(handle, name).map(PersonRows.Row::person));
    }

    /**
     * Lets somebody in, with a password that they must change.
     *
     * @throws BadInput if the name is none, or taken, or the scope is wrong
     */
    public NewPerson add(String name, Role role, PersonScope scope, Actor by, Instant now) {
        return ledger.write(handle -> add(handle, name, role, scope, by, now));
    }

    private static NewPerson add(Handle handle, String name, Role role, PersonScope scope, Actor by, Instant now) {
        String password = Secrets.fresh();
        Person person = insert(handle, name, role, scope, Passwords.hash(password), by, now);
        return new NewPerson(person, password);
    }

    static Person insert(
            Handle handle, String name, Role role, PersonScope scope, String kept, Actor by, Instant now) {
        if (!name.matches(NAME)) {
            throw new BadInput(
                    "'" + name + "' cannot be a person's name: it takes 1 to 100 letters, digits and . _ @ + -");
        }
        if (PersonRows.one(handle, name).isPresent()) {
            throw new BadInput("There is somebody called '" + name + "' already. Take another name.");
        }
        checkScope(scope);
        Person person = new Person(name, role, scope, true, !kept.isEmpty(), false, now, Optional.empty());
        PersonRows.insert(handle, person, kept);
        AuditLog.append(handle, now, by, "person-added", name, Map.of("role", PersonRows.word(role), "scope", scope));
        return person;
    }

    /**
     * Changes role, scope, or whether somebody may sign in. Who may not any more is signed out at once, and their tokens end.
     *
     * @throws BadInput if there is nobody of that name, or nobody would be left who lets people in
     */
    public Person change(String name, PersonChange change, Actor by, Instant now) {
        return ledger.write(handle -> {
            Person was = existing(handle, name).person();
            change.scope().ifPresent(People::checkScope);
            Person is = new Person(
                    was.name(),
                    change.role().orElse(was.role()),
                    change.scope().orElse(was.scope()),
                    change.active().orElse(was.active()),
                    was.mustChange(),
                    was.secondFactor(),
                    was.createdAt(),
                    was.lastSeen());
            PersonRows.change(handle, is);
            if (letsIn(was) && PersonRows.all(handle).stream().noneMatch(People::letsIn)) {
                throw new BadInput("'" + was.name() + "' is the last Admin. Make somebody else one first.");
            }
            if (!is.active()) {
                Sessions.endAll(handle, is.name());
                Tokens.endAll(handle, is.name(), now);
            }
            Map<String, Object> detail = new LinkedHashMap<>();
            change.role().ifPresent(role -> detail.put("role", PersonRows.word(role)));
            change.scope().ifPresent(scope -> detail.put("scope", scope));
            change.active().ifPresent(active -> detail.put("active", active));
            AuditLog.append(handle, now, by, "person-changed", is.name(), detail);
            return is;
        });
    }

    private static boolean letsIn(Person person) {
        return person.active() && person.role() == Role.ADMIN;
    }

    /** The accounts that a scope means, as the newest assessments know the organization. */
    public Visible visible(PersonScope scope) {
        if (scope.accounts().isEmpty() && scope.ous().isEmpty()) {
            return Visible.ALL;
        }
        Set<String> accounts = new HashSet<>(scope.accounts());
        if (!scope.ous().isEmpty()) {
            accounts.addAll(ledger.read(LedgerAccounts::of).in(scope.ous()));
        }
        return Visible.only(accounts);
    }

    /** @throws BadInput if there is nobody of that name */
    static PersonRows.Row existing(Handle handle, String name) {
        return PersonRows.one(handle, name).orElseThrow(() -> new BadInput("There is nobody called '" + name + "'."));
    }

    private static void checkScope(PersonScope scope) {
        scope.accounts().stream()
                .filter(id -> !id.matches("\\d{12}"))
                .findFirst()
                .ifPresent(id -> {
                    throw new BadInput("The scope holds the account '" + id + "'; an account id has twelve digits.");
                });
        if (scope.ous().stream().anyMatch(String::isBlank)) {
            throw new BadInput("The scope holds an organizational unit without a name. Leave it out.");
        }
    }
}
