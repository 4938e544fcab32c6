package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that somebody could forge to sign in by OpenID Connect. */
class OidcForgeryTest {
    @TempDir
    static Path home;

    private static OidcSite site;
    private static IdentityProvider provider;

    @BeforeAll
    static void start() {
        site = new OidcSite(home);
        provider = site.provider;
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void an_answer_to_a_sign_in_that_this_browser_did_not_begin_is_refused() {
        Browser victim = site.browser();
        Browser attacker = site.browser();
        URI stolen = attacker.comeBack("/");
        assertThat(refused(victim, stolen)).contains("begun in this browser");
        URI own = victim.comeBack("/");
        String state = OidcSite.query(own).get("state");
        assertThat(refused(
                        victim,
                        URI.create(own.toString()
                                .replace(state, OidcSite.query(stolen).get("state")))))
                .contains("begun in this browser");
        assertThat(refused(victim, own)).as("the way was gone once").contains("begun in this browser");
        URI third = victim.comeBack("/");
        assertThat(refused(victim, URI.create(third.toString().replaceFirst("state=[^&]*", "x=y"))))
                .contains("begun in this browser");
    }

    @Test
    void the_code_of_another_sign_in_is_worth_nothing() {
        Browser victim = site.browser();
        Browser attacker = site.browser();
        String code = OidcSite.query(attacker.comeBack("/")).get("code");
        URI own = victim.comeBack("/");
        assertThat(refused(
                        victim,
                        URI.create(own.toString().replace(OidcSite.query(own).get("code"), code))))
                .contains("did not say who you are");
    }

    @Test
    void an_answer_of_another_provider_is_refused() {
        Browser browser = site.browser();
        assertThat(refused(browser, URI.create(browser.comeBack("/") + "&iss=https://evil.example")))
                .contains("not the identity provider's that was asked");
        URI denied = URI.create(browser.comeBack("/").toString().replaceFirst("code=[^&]*", "error=access_denied"));
        assertThat(refused(browser, denied)).contains("access_denied");
    }

    @Test
    void a_signed_token_that_is_not_for_this_sign_in_is_refused() {
        Map<String, Object> mallory = OidcSite.called("mallory", "security");
        for (Map<String, Object> wrong : List.of(
                OidcSite.and(mallory, "nonce", "another"),
                OidcSite.and(mallory, "aud", "another-client"),
                OidcSite.and(mallory, "iss", "https://evil.example"))) {
            provider.next("mallory", wrong);
            assertThat(refused(site.browser())).as(wrong.toString()).contains("ID token was refused");
        }
        assertThat(expired(OidcSite.called("mallory", "security"), -65).body()).contains("ID token was refused");
        assertThat(site.ledger.people().get("mallory")).isEmpty();
        // A minute is granted, since clocks differ.
        assertThat(expired(OidcSite.called("skewed", "everybody"), -20).status())
                .isEqualTo(302);
    }

    /** Comes back with a token of the provider's that is good for so long. */
    private static Browser.Reply expired(Map<String, Object> claims, long secondsToLive) {
        Browser browser = site.browser();
        URI there = browser.begin("/");
        provider.forge(provider.signed(
                "expired", OidcSite.and(claims, "nonce", OidcSite.query(there).get("nonce")), secondsToLive));
        return browser.get(browser.get(there.toString()).to().toString());
    }

    @Test
    void a_token_that_the_provider_did_not_sign_is_refused() throws JOSEException {
        RSAKey strange = new RSAKeyGenerator(2048).keyID("strange").generate();
        RSAKey named = new RSAKey.Builder(strange).keyID(provider.keyId()).build();
        for (String how : List.of("none", "unknown key", "the name of a known key", "the client's secret")) {
            Browser browser = site.browser();
            URI there = browser.begin("/");
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(provider.issuer())
                    .subject("mallory")
                    .audience(IdentityProvider.CLIENT)
                    .claim("nonce", OidcSite.query(there).get("nonce"))
                    .claim("preferred_username", "mallory")
                    .claim("groups", List.of("security"))
                    .issueTime(new Date())
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .build();
            provider.forge(
                    switch (how) {
                        case "none" -> new PlainJWT(claims);
                        case "unknown key" -> signed(strange, claims);
                        case "the name of a known key" -> signed(named, claims);
                        default ->
                            signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(IdentityProvider.SECRET), claims);
                    });
            assertThat(refused(browser, browser.get(there.toString()).to()))
                    .as(how)
                    .contains("ID token was refused");
        }
        assertThat(site.ledger.people().get("mallory")).isEmpty();
    }

    private static SignedJWT signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), new RSASSASigner(key), claims);
    }

    private static SignedJWT signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token;
    }

    private static String refused(Browser browser) {
        return refused(browser, browser.comeBack("/"));
    }

    private static String refused(Browser browser, URI callback) {
        Browser.Reply reply = browser.get(callback.toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(401);
        assertThat(reply.cookies()).doesNotContain("plumbline_session");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        return reply.body();
    }
}
