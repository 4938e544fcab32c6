package io.plumbline.server;

import io.plumbline.ledger.NewPerson;
import io.plumbline.ledger.Person;
import io.plumbline.ledger.PersonChange;
import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Who may sign in, for Admins. */
record PeopleRoutes(Center center) implements Routes {
    private record PersonJson(
            String name,
            String role,
            ScopeJson scope,
            boolean active,
            Instant createdAt,
            Optional<Instant> lastSeen,
            Optional<String> password) {}

    private record NewPersonBody(String name, String role, Optional<ScopeJson> scope) {}

    private record Change(Optional<String> role, Optional<ScopeJson> scope, Optional<Boolean> active) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept(
                "listPeople",
                request -> new Answer.Json(new ItemsJson<>(center.ledger().people().all().stream()
                        .map(person -> json(person, Optional.empty()))
                        .toList())));
        routes.accept("addPerson", this::add);
        routes.accept("changePerson", this::change);
    }

    private Answer add(Request request) {
        NewPersonBody body = request.body(NewPersonBody.class);
        NewPerson added = center.ledger()
                .people()
                .add(
                        body.name(),
                        role(body.role()),
                        body.scope().map(ScopeJson::scope).orElse(PersonScope.ALL),
                        request.caller().actor(),
                        center.now());
        return new Answer.Json(json(added.person(), Optional.of(added.password())));
    }

    private Answer change(Request request) {
        Change body = request.body(Change.class);
        String name = request.text("person");
        if (center.ledger().people().get(name).isEmpty()) {
            throw Problem.notFound("There is no person '" + name + "'.");
        }
        Person person = center.ledger()
                .people()
                .change(
                        name,
                        new PersonChange(
                                body.role().map(PeopleRoutes::role),
                                body.scope().map(ScopeJson::scope),
                                body.active()),
                        request.caller().actor(),
                        center.now());
        return new Answer.Json(json(person, Optional.empty()));
    }

    static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static PersonJson json(Person person, Optional<String> password) {
        return new PersonJson(
                person.name(),
                person.role().name().toLowerCase(Locale.ROOT),
                ScopeJson.of(person.scope()),
                person.active(),
                person.createdAt(),
                person.lastSeen(),
                password);
    }
}
