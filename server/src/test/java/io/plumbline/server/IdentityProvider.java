package io.plumbline.server;

import com.nimbusds.jwt.JWT;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponseKt;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An identity provider on loopback: discovery, keys, authorization, tokens that it signs. It can be made to say what a forger would. */
final class IdentityProvider implements AutoCloseable {
    static final String CLIENT = "plumbline";
    static final String SECRET = "a secret of at least two hundred and fifty-six bits";
    private static final String NAME = "plumb";

    private final AtomicReference<Optional<JWT>> forged = new AtomicReference<>(Optional.empty());
    private final MockOAuth2Server server = new MockOAuth2Server(
            OAuth2Config.Companion.fromJson("{\"httpServer\": \"NettyWrapper\"}"), new ForgedTokens());

    IdentityProvider() {
        server.start();
    }

    /** Answers for a code with a token that somebody else made. */
    private final class ForgedTokens implements Route {
        @Override
        public boolean match(OAuth2HttpRequest request) {
            return forged.get().isPresent() && request.getUrl().encodedPath().equals("/" + NAME + "/token");
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            return OAuth2HttpResponseKt.json("{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \""
                    + forged.getAndSet(Optional.empty()).orElseThrow().serialize() + "\"}");
        }
    }

    String issuer() {
        return server.issuerUrl(NAME).toString();
    }

    String keyId() {
        return server.issueToken(NAME, "x", "x").getHeader().getKeyID();
    }

    /** The next who comes is this, and gets these claims beside, or instead of, the usual ones. */
    void next(String subject, Map<String, ?> claims) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                NAME, subject, "JWT", List.of(CLIENT), Map.copyOf(claims), 300));
    }

    /** A token of its own, signed by its key. */
    JWT signed(String subject, Map<String, ?> claims, long secondsToLive) {
        return server.issueToken(NAME, subject, CLIENT, Map.copyOf(claims), secondsToLive);
    }

    /** The next token is this one, whoever made it. */
    void forge(JWT token) {
        forged.set(Optional.of(token));
    }

    /** How a server lets people in from here. */
    OidcSettings settings(boolean localOff) {
        return new OidcSettings(
                issuer(),
                CLIENT,
                Optional.of(SECRET),
                "Example ID",
                List.of("openid", "profile"),
                "preferred_username",
                "groups",
                RoleMap.read(
                        "roles",
                        """
                        - {group: security, role: admin}
                        - {group: developers, role: engineer, accounts: ["210000000004"], ous: [Workloads]}
                        - {group: everybody, role: viewer}
                        """),
                localOff);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
