package io.plumbline.server;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.plumbline.ledger.Admission;
import io.plumbline.ledger.Arrival;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Signing in by OpenID Connect, and how one can sign in at all. */
final class OidcRoutes implements Routes {
    private final Center center;
    private final Optional<OidcFlow> flow;
    private final Optional<OidcSettings> oidc;
    private final LocalSignIn local;
    private final SessionCookies cookies;

    private record WaysJson(boolean local, Optional<String> oidc) {}

    OidcRoutes(Center center, Optional<OidcSettings> oidc, LocalSignIn local, SessionCookies cookies) {
        this.center = center;
        this.oidc = oidc;
        this.local = local;
        this.cookies = cookies;
        this.flow = oidc.map(settings -> new OidcFlow(new OidcProvider(settings, center.clock())));
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept(
                "listSignInWays",
                request -> new Answer.Json(new WaysJson(local.open(), oidc.map(OidcSettings::title))));
        routes.accept("beginOidc", request -> forPeople(request, this::begin));
        routes.accept("finishOidc", request -> forPeople(request, this::finish));
        routes.accept("endOidc", request -> forPeople(request, this::end));
    }

    /** A browser goes to these addresses by itself, so what went wrong is told on a page and not in JSON. */
    private static Answer forPeople(Request request, Function<Request, Answer> deed) {
        try {
            return deed.apply(request);
        } catch (Problem e) {
            if (!Optional.ofNullable(request.context().header("Accept")).orElse("").contains("text/html")) {
                throw e;
            }
            return new Answer.Page(e.status(), RefusalPage.of(e));
        }
    }

    private OidcFlow flow() {
        return flow.orElseThrow(() -> Problem.notFound("Signing in by OpenID Connect is not set up on this server."));
    }

    private Answer begin(Request request) {
        OidcTry way = OidcFlow.begin(here(request.text("to")), center.now());
        URI there = flow().there(way, back(request));
        cookies.way(request, way.sealed(center.vault()), (int) OidcTry.LONGEST.toSeconds());
        return new Answer.Redirect(there.toString());
    }

    private Answer finish(Request request) {
        OidcFlow known = flow();
        Optional<OidcTry> way = OidcTry.open(
                center.vault(), Optional.ofNullable(request.cookies().get(OidcTry.COOKIE)), center.now());
        // Whatever comes of it, this way was gone once.
        cookies.way(request, "", 0);
        OidcTry asked = way.filter(one -> one.asked(request.optional("state")))
                .orElseThrow(() -> Problem.signInFailed("This is not the answer to a sign-in that was begun in this browser in the last "
                        + OidcTry.LONGEST.toMinutes() + " minutes. Begin anew."));
        known.checkIssuer(request.optional("iss"));
        if (request.optional("error").isPresent()) {
            throw Problem.signInFailed("The identity provider did not let you in. It said: "
                    + request.text("error").replaceAll("[^A-Za-z0-9 ._-]", ""));
        }
        String code = request.optional("code")
                .orElseThrow(() -> Problem.signInFailed("The identity provider's answer holds no code. Begin anew."));
        IDTokenClaimsSet claims = known.redeem(code, asked, back(request));
        Arrival arrival = new OidcPerson(oidc.orElseThrow()).of(claims);
        return switch (center.ledger().identities().admit(arrival, Optional.of(request.address()), center.now())) {
            case Admission.Admitted admitted -> {
                cookies.begin(request, admitted.person());
                yield new Answer.Redirect(asked.to());
            }
            case Admission.Refused refused -> throw Problem.notLetIn(refused.why());
        };
    }

    private Answer end(Request request) {
        return new Answer.Redirect(flow().end(home(request)));
    }

    /** A path of this site: nobody is led elsewhere by a link to our sign-in. */
    private static String here(String to) {
        boolean path = to.startsWith("/") && !to.startsWith("//");
        return path && to.chars().allMatch(letter -> letter > ' ' && letter < 0x7f && letter != '\\') ? to : "/";
    }

    /** The server answers only to names that it was given, so the Host header is one of them. */
    private URI home(Request request) {
        return URI.create((cookies.secure() ? "https://" : "http://")
                + request.context().header("Host") + "/");
    }

    private URI back(Request request) {
        return home(request).resolve("/api/session/oidc/callback");
    }
}
