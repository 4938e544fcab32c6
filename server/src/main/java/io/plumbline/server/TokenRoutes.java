package io.plumbline.server;

import io.plumbline.ledger.Person;
import io.plumbline.ledger.Role;
import io.plumbline.ledger.Token;
import io.plumbline.ledger.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Tokens for programs: one's own, and for an Admin everybody's. */
record TokenRoutes(Center center) implements Routes {
    private record TokenJson(
            String id,
            String name,
            String owner,
            String role,
            Instant createdAt,
            Optional<Instant> lastUsed,
            Instant expires,
            Optional<String> token) {}

    private record NewToken(String name, Optional<String> role, LocalDate expires) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept(
                "listTokens",
                request -> new Answer.Json(new ItemsJson<>(center.ledger().tokens().all(whose(request)).stream()
                        .map(token -> json(token, Optional.empty()))
                        .toList())));
        routes.accept("createToken", this::create);
        routes.accept("revokeToken", this::revoke);
    }

    private static Optional<String> whose(Request request) {
        return request.caller().role() == Role.ADMIN && request.caller().everything()
                ? Optional.empty()
                : Optional.of(request.caller().name());
    }

    private Answer create(Request request) {
        Caller caller = request.caller();
        if (caller.signedIn().isEmpty()) {
            throw Problem.forbidden("A token makes no tokens. Sign in for that.");
        }
        NewToken body = request.body(NewToken.class);
        Person person = center.ledger().people().get(caller.name()).orElseThrow(Problem::notSignedIn);
        Instant end = body.expires().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Tokens.Made made = center.ledger()
                .tokens()
                .make(
                        body.name(),
                        body.role().map(PeopleRoutes::role).orElse(person.role()),
                        end,
                        caller.actor(),
                        center.now());
        return new Answer.Json(json(made.token(), Optional.of(made.secret())));
    }

    private Answer revoke(Request request) {
        Center.found(() -> {
            center.ledger()
                    .tokens()
                    .revoke(
                            request.text("token"),
                            whose(request),
                            request.caller().actor(),
                            center.now());
            return true;
        });
        return new Answer.Nothing();
    }

    private static TokenJson json(Token token, Optional<String> secret) {
        return new TokenJson(
                token.id(),
                token.name(),
                token.owner(),
                token.role().name().toLowerCase(Locale.ROOT),
                token.createdAt(),
                token.lastUsed(),
                token.expires(),
                secret);
    }
}
