package io.plumbline.server;

import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.plumbline.ledger.Person;
import io.plumbline.ledger.Sessions;

/** Begins sessions in browsers and ends them there. No cookie is to be read by scripts, and none goes over HTTP where there is HTTPS. */
record SessionCookies(Center center, LedgerDoors doors, boolean secure) {

    /** Begins a session for somebody who showed who they are. */
    Caller begin(Request request, Person person) {
        Sessions.Begun begun = center.ledger().sessions().begin(person, center.now());
        session(request, begun.cookie(), (int) Sessions.LONGEST.toSeconds());
        return doors.caller(begun.cookie(), begun.session(), request.address());
    }

    void forget(Request request) {
        session(request, "", 0);
    }

    private void session(Request request, String value, int seconds) {
        request.context()
                .cookie(new Cookie(Gate.COOKIE, value, "/", seconds, secure, true, null, SameSite.STRICT));
    }

    /** The way to the identity provider and back. Lax: the provider's page leads back here, and a strict cookie would stay behind. */
    void way(Request request, String value, int seconds) {
        request.context()
                .cookie(new Cookie(
                        OidcTry.COOKIE, value, "/api/session/oidc", seconds, secure, true, null, SameSite.LAX));
    }
}
