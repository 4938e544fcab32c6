package io.plumbline.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.jwt.JWT;
import io.plumbline.model.BadInput;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The identity provider: what it says of itself (discovery), and whether an ID token is its own. Asked when somebody signs in first, so
 * that the server starts also while the provider is down.
 */
final class OidcProvider {
    static final int MILLISECONDS = 10_000;

    private static final int MOST_BYTES = 512 << 10;
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    /** How far the provider's clock may be off. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Signatures by a key of the provider's alone. Never none, and never one with a secret that the client knows, too. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Logger log = LoggerFactory.getLogger(OidcProvider.class);
    private final OidcSettings settings;
    private final InstantSource clock;
    private final AtomicReference<Optional<Known>> known = new AtomicReference<>(Optional.empty());

    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant since) {}

    OidcProvider(OidcSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    OidcSettings settings() {
        return settings;
    }

    /** What it says of itself. */
    OIDCProviderMetadata metadata() {
        return known().metadata();
    }

    /**
     * The claims of an ID token, once it is sure that the provider made it for us, of late, and for this sign-in.
     *
     * @throws Problem if any of that is not so
     */
    IDTokenClaimsSet verified(JWT token, String nonce) {
        try {
            return known().validator().validate(token, new Nonce(nonce));
        } catch (BadJOSEException | JOSEException e) {
            // The caller is told no more than that: the log is for who runs the server.
            log.warn("an ID token was refused: {}", e.getMessage());
            throw Problem.signInFailed(
                    "The identity provider's ID token was refused: it is not signed by the provider, or not meant for this sign-in, or"
                            + " too old. Try again; if it stays so, the server's log tells whoever runs it more.");
        }
    }

    private Known known() {
        Optional<Known> before = known.get();
        if (before.filter(one -> clock.instant().isBefore(one.since().plus(GOOD_FOR)))
                .isPresent()) {
            return before.get();
        }
        try {
            Known fresh = ask();
            known.set(Optional.of(fresh));
            return fresh;
        } catch (GeneralException | IOException | BadInput e) {
            log.warn("the identity provider {} did not tell of itself: {}", settings.issuer(), e.getMessage());
            return before.orElseThrow(() -> Problem.notReady(
                    "The identity provider cannot be asked at the moment. Try again soon; the server's log tells whoever runs it more."));
        }
    }

    private Known ask() throws GeneralException, IOException {
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), MILLISECONDS, MILLISECONDS);
        address(metadata.getAuthorizationEndpointURI(), "authorization endpoint");
        address(metadata.getTokenEndpointURI(), "token endpoint");
        URI keys = address(metadata.getJWKSetURI(), "address of keys");
        return new Known(metadata, validator(metadata, keys), clock.instant());
    }

    private static URI address(@org.jspecify.annotations.Nullable URI uri, String what) {
        if (uri == null) {
            throw new BadInput("the identity provider names no " + what);
        }
        return OidcSettings.checkAddress(uri.toString(), "The provider's " + what);
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata, URI keys) throws MalformedURLException {
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                        keys.toURL(), new DefaultResourceRetriever(MILLISECONDS, MILLISECONDS, MOST_BYTES))
                .build();
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(signatures(metadata), source),
                null);
        validator.setMaxClockSkew((int) SKEW.toSeconds());
        return validator;
    }

    private static Set<JWSAlgorithm> signatures(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> both = new HashSet<>(
                Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256)));
        both.retainAll(SIGNATURES);
        return both.isEmpty() ? Set.of(JWSAlgorithm.RS256) : both;
    }
}
