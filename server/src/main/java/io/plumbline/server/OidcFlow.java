package io.plumbline.server;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorization code flow with PKCE: to the provider, and from its code to claims that are sure. */
final class OidcFlow {
    private final Logger log = LoggerFactory.getLogger(OidcFlow.class);
    private final OidcSettings settings;
    private final OidcProvider provider;

    OidcFlow(OidcProvider provider) {
        this.settings = provider.settings();
        this.provider = provider;
    }

    /** A new way there and back, which nobody can guess. */
    static OidcTry begin(String to, Instant now) {
        return new OidcTry(
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                to,
                now.toEpochMilli());
    }

    /** Where a browser has to go. */
    URI there(OidcTry way, URI back) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(settings.scopes().toArray(String[]::new)),
                        new ClientID(settings.clientId()),
                        back)
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(new State(way.state()))
                .nonce(new Nonce(way.nonce()))
                .codeChallenge(new CodeVerifier(way.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Refuses an answer that another provider gave (RFC 9207). */
    void checkIssuer(Optional<String> named) {
        boolean must = provider.metadata().supportsAuthorizationResponseIssuerParam();
        if (named.map(issuer -> !issuer.equals(settings.issuer())).orElse(must)) {
            throw Problem.signInFailed("The answer is not the identity provider's that was asked. Begin anew.");
        }
    }

    /**
     * What the provider says of who brought a code.
     *
     * @throws Problem if the code is none, or the ID token is not sure
     */
    IDTokenClaimsSet redeem(String code, OidcTry way, URI back) {
        return provider.verified(idToken(code, way, back), way.nonce());
    }

    private JWT idToken(String code, OidcTry way, URI back) {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(way.verifier()));
        HTTPRequest request = request(grant).toHTTPRequest();
        request.setConnectTimeout(OidcProvider.MILLISECONDS);
        request.setReadTimeout(OidcProvider.MILLISECONDS);
        // The code and the secret go to the token endpoint and nowhere else.
        request.setFollowRedirects(false);
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (response instanceof OIDCTokenResponse tokens
                    && tokens.getOIDCTokens().getIDToken() != null) {
                return tokens.getOIDCTokens().getIDToken();
            }
            String why = response.indicatesSuccess()
                    ? "there is no ID token in the answer"
                    : String.valueOf(response.toErrorResponse().getErrorObject());
            log.warn("the identity provider gave nothing for a code: {}", why);
        } catch (IOException e) {
            log.warn("the identity provider's token endpoint cannot be reached: {}", e.getMessage());
            throw Problem.notReady("The identity provider cannot be asked at the moment. Try again soon.");
        } catch (ParseException e) {
            log.warn("the identity provider's token endpoint gave no answer that can be read: {}", e.getMessage());
        }
        throw Problem.signInFailed(
                "The identity provider did not say who you are. Try again; the server's log tells whoever runs it more.");
    }

    private TokenRequest request(AuthorizationCodeGrant grant) {
        URI endpoint = provider.metadata().getTokenEndpointURI();
        ClientID client = new ClientID(settings.clientId());
        if (settings.clientSecret().isEmpty()) {
            return new TokenRequest.Builder(endpoint, client, grant).build();
        }
        Secret secret = new Secret(settings.clientSecret().get());
        List<ClientAuthenticationMethod> taken = Optional.ofNullable(
                        provider.metadata().getTokenEndpointAuthMethods())
                .orElse(List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
        boolean post = taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return new TokenRequest.Builder(
                        endpoint,
                        post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret),
                        grant)
                .build();
    }

    /** Where one signs out of the provider, too; this site's beginning if it has no such place. */
    String end(URI home) {
        URI place = provider.metadata().getEndSessionEndpointURI();
        if (place == null) {
            return "/";
        }
        URI safe = OidcSettings.checkAddress(place.toString(), "The provider's sign-out");
        return safe + (safe.getQuery() == null ? "?" : "&") + "client_id=" + encoded(settings.clientId())
                + "&post_logout_redirect_uri=" + encoded(home.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
