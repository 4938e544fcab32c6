package io.plumbline.server;

import io.plumbline.ledger.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody's way to the identity provider and back. It travels in a cookie of their browser, sealed: so the server keeps nothing for who
 * never comes back, and who comes back with somebody else's answer does not have its cookie.
 *
 * @param state comes back with the answer
 * @param nonce comes back in the ID token
 * @param verifier proves to the provider that who redeems the code is who asked for it (PKCE)
 * @param to where on this site to go then
 * @param begun milliseconds since 1970
 */
record OidcTry(String state, String nonce, String verifier, String to, long begun) {
    static final String COOKIE = "plumbline_sign_in";
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String PLACE = "sign-in";

    String sealed(Vault vault) {
        return vault.seal(PLACE, JsonMapper.shared().writeValueAsString(this));
    }

    /** The one of a cookie; empty if there is none, or it is not ours, or too old. */
    static Optional<OidcTry> open(Vault vault, Optional<String> cookie, Instant now) {
        try {
            return cookie.map(text -> JsonMapper.shared().readValue(vault.open(PLACE, text), OidcTry.class))
                    .filter(one ->
                            now.isBefore(Instant.ofEpochMilli(one.begun()).plus(LONGEST)));
        } catch (RuntimeException e) {
            // Whatever somebody put there.
            return Optional.empty();
        }
    }

    /** Whether an answer is the answer to this. */
    boolean asked(Optional<String> given) {
        return given.isPresent()
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), given.get().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "OidcTry[" + to + "]";
    }
}
