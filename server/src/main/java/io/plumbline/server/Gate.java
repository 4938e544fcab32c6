package io.plumbline.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who asks and whether they may. Every operation passes it; what an operation asks for stands in the document. */
final class Gate {
    /** The name of the session's cookie. */
    static final String COOKIE = "plumbline_session";

    /** The header in which our page sends the session's own secret, which a page elsewhere cannot know. */
    static final String CSRF = "X-Plumbline-Csrf";

    private static final String BEARER = "Bearer ";

    private final Doors doors;

    /** Who is behind a secret; empty if nobody is, or no more. */
    interface Doors {
        Optional<Caller> bySession(String cookie, String address);

        Optional<Caller> byToken(String token, String address);
    }

    Gate(Doors doors) {
        this.doors = doors;
    }

    /**
     * Lets a request pass.
     *
     * @return who asks; empty where one need not be signed in and is not
     * @throws Problem if the operation is not for who asks
     */
    Optional<Caller> pass(Context context, Operation operation) {
        Optional<Caller> caller = caller(context);
        if (operation.open()) {
            return caller;
        }
        Caller known = caller.orElseThrow(Problem::notSignedIn);
        known.signedIn().ifPresent(browser -> {
            if (operation.method().changes() && !same(browser.session().csrf(), context.header(CSRF))) {
                throw Problem.forbidden(
                        "The header " + CSRF + " must hold the session's csrf value (GET /api/session).");
            }
            if (browser.mustChangePassword() && !operation.path().startsWith("/api/session")) {
                throw Problem.forbidden("Change the password first: PUT /api/session/password.");
            }
        });
        if (!known.role().covers(operation.role())) {
            throw Problem.forbidden(
                    "It takes the role " + operation.role().name().toLowerCase(Locale.ROOT) + " or one above.");
        }
        if (operation.everything() && !known.everything()) {
            throw Problem.forbidden("It is for those who may see every account.");
        }
        return caller;
    }

    private Optional<Caller> caller(Context context) {
        String header = context.header("Authorization");
        if (header != null) {
            return header.startsWith(BEARER)
                    ? doors.byToken(header.substring(BEARER.length()).strip(), context.ip())
                    : Optional.empty();
        }
        return Optional.ofNullable(context.cookie(COOKIE)).flatMap(cookie -> doors.bySession(cookie, context.ip()));
    }

    private static boolean same(String right, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
