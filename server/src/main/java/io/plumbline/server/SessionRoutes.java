package io.plumbline.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Credentials;
import io.plumbline.ledger.SignIn;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Signing in and out, one's own password and second factor. */
final class SessionRoutes implements Routes {
    private final Center center;
    private final SessionCookies cookies;
    private final LocalSignIn local;
    private final SignInLimits limits;
    private final Credentials credentials;

    private record SignInBody(String name, String password, Optional<String> code) {}

    private record PasswordChange(
            String current, @JsonProperty("new") String fresh) {}

    private record CodeBody(String code) {}

    private record EnrolmentJson(String secret, String uri) {}

    private record SessionJson(
            String name, String role, ScopeJson scope, String csrf, boolean mustChangePassword, boolean secondFactor, boolean elsewhere) {}

    SessionRoutes(Center center, SessionCookies cookies, LocalSignIn local) {
        this.center = center;
        this.cookies = cookies;
        this.local = local;
        this.limits = new SignInLimits(center.clock());
        this.credentials = center.ledger().credentials(center.vault());
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("getSession", request -> new Answer.Json(json(request.caller())));
        routes.accept("signIn", this::signIn);
        routes.accept("signOut", this::signOut);
        routes.accept("changePassword", this::changePassword);
        routes.accept("enrolSecondFactor", this::enrol);
        routes.accept("confirmSecondFactor", this::confirm);
        routes.accept("removeSecondFactor", this::remove);
    }

    private Answer signIn(Request request) {
        if (!local.open()) {
            throw Problem.forbidden(
                    "Signing in with a password is switched off here (--no-local-sign-in). Sign in by OpenID Connect.");
        }
        SignInBody body = request.body(SignInBody.class);
        limits.check(body.name(), request.address());
        Actor actor = new Actor(body.name(), Optional.of(request.address()));
        return switch (credentials.signIn(actor, body.password(), body.code(), center.now())) {
            case SignIn.Welcome welcome -> {
                limits.succeeded(body.name());
                yield new Answer.Json(json(cookies.begin(request, welcome.person())));
            }
            case SignIn.CodeNeeded needed -> throw Problem.codeNeeded();
            case SignIn.Refused refused -> {
                limits.failed(body.name(), request.address());
                throw Problem.wrongPassword();
            }
        };
    }

    private Answer signOut(Request request) {
        request.caller()
                .signedIn()
                .ifPresent(browser -> center.ledger()
                        .sessions()
                        .end(browser.cookie(), request.caller().actor(), center.now()));
        cookies.forget(request);
        return new Answer.Nothing();
    }

    /** All sessions of the person end with the old password; the one that asks goes on as a new one. */
    private Answer changePassword(Request request) {
        Caller caller = request.caller();
        byBrowser(caller);
        PasswordChange body = request.body(PasswordChange.class);
        limits.check(caller.name(), request.address());
        credentials.changePassword(caller.actor(), body.current(), body.fresh(), center.now());
        cookies.begin(request, center.ledger().people().get(caller.name()).orElseThrow(Problem::notSignedIn));
        return new Answer.Nothing();
    }

    private Answer enrol(Request request) {
        byBrowser(request.caller());
        if (center.ledger().identities().has(request.caller().name())) {
            throw Problem.conflict(
                    "You sign in at an identity provider, and it asks for your second factor. Set one up there.");
        }
        Credentials.Enrolment enrolment = credentials.enrol(request.caller().actor(), center.now());
        return new Answer.Json(new EnrolmentJson(enrolment.secret(), enrolment.uri()));
    }

    private Answer confirm(Request request) {
        byBrowser(request.caller());
        limits.check(request.caller().name(), request.address());
        credentials.confirm(
                request.caller().actor(), request.body(CodeBody.class).code(), center.now());
        return new Answer.Nothing();
    }

    private Answer remove(Request request) {
        String name = request.text("person");
        if (center.ledger().people().get(name).isEmpty()) {
            throw Problem.notFound("There is no person '" + name + "'.");
        }
        credentials.removeSecondFactor(name, request.caller().actor(), center.now());
        return new Answer.Nothing();
    }

    /** What proves who somebody is, a program with a token cannot change. */
    private static void byBrowser(Caller caller) {
        if (caller.signedIn().isEmpty()) {
            throw Problem.forbidden("A token cannot change how its owner signs in. Sign in for that.");
        }
    }

    private SessionJson json(Caller caller) {
        return new SessionJson(
                caller.name(),
                caller.role().name().toLowerCase(Locale.ROOT),
                ScopeJson.of(caller.scope()),
                caller.signedIn().map(browser -> browser.session().csrf()).orElse(""),
                caller.signedIn().map(Caller.SignedIn::mustChangePassword).orElse(false),
                caller.signedIn()
                        .map(browser -> browser.session().person().secondFactor())
                        .orElse(false),
                caller.signedIn().isPresent() && center.ledger().identities().has(caller.name()));
    }
}
