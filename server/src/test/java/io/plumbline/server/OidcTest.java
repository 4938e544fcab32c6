package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.NewPerson;
import io.plumbline.ledger.PersonChange;
import io.plumbline.ledger.Role;
import io.plumbline.model.BadInput;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by OpenID Connect, at a provider that signs tokens; and each thing that somebody could forge. */
class OidcTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final ServerSettings ANY_PORT =
            new ServerSettings("127.0.0.1", 0, List.of(), false, false, Optional.empty());

    @TempDir
    static Path home;

    private static IdentityProvider provider;
    private static Ledger ledger;
    private static Center center;
    private static Server server;

    @BeforeAll
    static void start() {
        provider = new IdentityProvider();
        ledger = Ledger.at(home);
        ledger.people().first(CLOCK.instant());
        center = new Center(
                home, ledger, Catalog.load(Optional.empty()), AwsTypes.load(), "test", Optional.empty(), CLOCK);
        server = Server.start(center, ANY_PORT, Optional.of(provider.settings(false)));
    }

    @AfterAll
    static void stop() {
        server.close();
        center.close();
        ledger.close();
        provider.close();
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> java.net.URLDecoder.decode(pair[1], java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> called(String name, String... groups) {
        return Map.of("preferred_username", name, "groups", List.of(groups));
    }

    private static Map<String, Object> and(Map<String, Object> claims, String claim, Object value) {
        Map<String, Object> more = new HashMap<>(claims);
        more.put(claim, value);
        return more;
    }

    /** Somebody who has come in. */
    private static Browser in(String subject, Map<String, Object> claims) {
        Browser browser = new Browser(server.url());
        provider.next(subject, claims);
        Browser.Reply reply = browser.get(browser.comeBack("/").toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(302);
        return browser;
    }

    @Test
    void somebody_signs_in_through_real_redirects_and_works_as_with_a_password() {
        Browser browser = new Browser(server.url());
        assertThat(browser.get("/api/session/ways").json().toString())
                .isEqualTo("{\"local\":true,\"oidc\":\"Example ID\"}");
        Browser.Reply begun = browser.get("/api/session/oidc?to=%2Ffindings%3Fq%3Droot");
        assertThat(begun.cookies()).contains("HttpOnly", "SameSite=Lax", "Path=/api/session/oidc");
        assertThat(begun.to().toString()).startsWith(provider.issuer() + "/authorize");
        assertThat(query(begun.to()))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", IdentityProvider.CLIENT)
                .containsEntry("redirect_uri", server.url() + "/api/session/oidc/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        provider.next("happy", called("hanna", "strangers", "developers", "everybody"));
        URI back = browser.get(begun.to().toString()).to();
        // Providers send along more than anybody asked for.
        Browser.Reply welcome = browser.get(back + "&session_state=abc");
        assertThat(welcome.status()).as(welcome.body()).isEqualTo(302);
        assertThat(welcome.to()).isEqualTo(URI.create(server.url() + "/findings?q=root"));
        assertThat(welcome.cookies()).contains("plumbline_session=", "HttpOnly", "SameSite=Strict");
        Browser.Reply session = browser.get("/api/session");
        assertThat(session.json().path("name").asString()).isEqualTo("hanna");
        assertThat(session.json().path("role").asString()).isEqualTo("engineer");
        assertThat(session.json().path("scope").toString())
                .isEqualTo("{\"accounts\":[\"210000000004\"],\"ous\":[\"Workloads\"]}");
        assertThat(session.json().path("elsewhere").asBoolean()).isTrue();
        assertThat(session.json().path("mustChangePassword").asBoolean()).isFalse();
        Document document = Document.packed();
        for (String id : List.of("getSession", "listSignInWays")) {
            Operation operation = document.operations().get(id);
            document.answer(operation, 200).orElseThrow().check(browser.get(operation.path()).body());
        }
        assertThat(browser.get("/api/status").status()).isEqualTo(200);

        assertThat(browser.delete("/api/session", "forged").status()).isEqualTo(403);
        assertThat(browser.delete("/api/session", session.json().path("csrf").asString()).status())
                .isEqualTo(204);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        URI out = browser.get("/api/session/oidc/end").to();
        assertThat(out.toString()).startsWith(provider.issuer() + "/endsession");
        assertThat(query(out))
                .containsEntry("client_id", IdentityProvider.CLIENT)
                .containsEntry("post_logout_redirect_uri", server.url() + "/");
    }

    @Test
    void the_server_leads_nobody_to_another_site() {
        for (String elsewhere : List.of("https://evil.example", "//evil.example", "/%5Cevil.example", "evil", "/a%0d%0ab")) {
            Browser browser = new Browser(server.url());
            provider.next("led", called("lea", "everybody"));
            assertThat(browser.get(browser.comeBack(elsewhere).toString()).to())
                    .as(elsewhere)
                    .isEqualTo(URI.create(server.url() + "/"));
        }
    }

    @Test
    void an_answer_to_a_sign_in_that_this_browser_did_not_begin_is_refused() {
        Browser victim = new Browser(server.url());
        Browser attacker = new Browser(server.url());
        URI stolen = attacker.comeBack("/");
        assertThat(refused(victim, stolen)).contains("begun in this browser");
        URI own = victim.comeBack("/");
        String state = query(own).get("state");
        assertThat(refused(victim, URI.create(own.toString().replace(state, query(stolen).get("state")))))
                .contains("begun in this browser");
        assertThat(refused(victim, own)).as("the way was gone once").contains("begun in this browser");
        URI third = victim.comeBack("/");
        assertThat(refused(victim, URI.create(third.toString().replaceFirst("state=[^&]*", "x=y"))))
                .contains("begun in this browser");
    }

    @Test
    void the_code_of_another_sign_in_is_worth_nothing() {
        Browser victim = new Browser(server.url());
        Browser attacker = new Browser(server.url());
        String code = query(attacker.comeBack("/")).get("code");
        URI own = victim.comeBack("/");
        assertThat(refused(victim, URI.create(own.toString().replace(query(own).get("code"), code))))
                .contains("did not say who you are");
    }

    @Test
    void an_answer_of_another_provider_is_refused() {
        Browser browser = new Browser(server.url());
        assertThat(refused(browser, URI.create(browser.comeBack("/") + "&iss=https://evil.example")))
                .contains("not the identity provider's that was asked");
        URI denied = URI.create(browser.comeBack("/").toString().replaceFirst("code=[^&]*", "error=access_denied"));
        assertThat(refused(browser, denied)).contains("access_denied");
    }

    @Test
    void a_signed_token_that_is_not_for_this_sign_in_is_refused() {
        Map<String, Object> mallory = called("mallory", "security");
        for (Map<String, Object> wrong : List.of(
                and(mallory, "nonce", "another"),
                and(mallory, "aud", "another-client"),
                and(mallory, "iss", "https://evil.example"))) {
            provider.next("mallory", wrong);
            assertThat(refused(new Browser(server.url()))).as(wrong.toString()).contains("ID token was refused");
        }
        assertThat(expired(called("mallory", "security"), -65).body()).contains("ID token was refused");
        assertThat(ledger.people().get("mallory")).isEmpty();
        // A minute is granted, since clocks differ.
        assertThat(expired(called("skewed", "everybody"), -20).status()).isEqualTo(302);
    }

    /** Comes back with a token of the provider's that is good for so long. */
    private static Browser.Reply expired(Map<String, Object> claims, long secondsToLive) {
        Browser browser = new Browser(server.url());
        URI there = browser.begin("/");
        provider.forge(provider.signed(
                "expired", and(claims, "nonce", query(there).get("nonce")), secondsToLive));
        return browser.get(browser.get(there.toString()).to().toString());
    }

    @Test
    void a_token_that_the_provider_did_not_sign_is_refused() throws JOSEException {
        RSAKey strange = new RSAKeyGenerator(2048).keyID("strange").generate();
        RSAKey named = new RSAKey.Builder(strange).keyID(provider.keyId()).build();
        for (String how : List.of("none", "unknown key", "the name of a known key", "the client's secret")) {
            Browser browser = new Browser(server.url());
            URI there = browser.begin("/");
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(provider.issuer())
                    .subject("mallory")
                    .audience(IdentityProvider.CLIENT)
                    .claim("nonce", query(there).get("nonce"))
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
                            signed(
                                    new JWSHeader(JWSAlgorithm.HS256),
                                    new MACSigner(IdentityProvider.SECRET),
                                    claims);
                    });
            assertThat(refused(browser, browser.get(there.toString()).to())).as(how).contains("ID token was refused");
        }
        assertThat(ledger.people().get("mallory")).isEmpty();
    }

    private static SignedJWT signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new RSASSASigner(key),
                claims);
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

    @Test
    void who_maps_to_nothing_is_told_so_on_a_page() {
        Browser browser = new Browser(server.url());
        provider.next("nobody", called("<b>nobody", "strangers"));
        Browser.Reply reply = browser.get(browser.comeBack("/").toString(), "text/html,application/xhtml+xml");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.headers().get("content-type").getFirst()).startsWith("text/html");
        assertThat(reply.body())
                .contains("You are not let in", "none of your 1 groups", "&lt;b&gt;nobody", "href=\"/\"")
                .doesNotContain("<b>");
        provider.next("nobody", Map.of("preferred_username", "nobody"));
        Browser.Reply json = browser.get(browser.comeBack("/").toString());
        assertThat(json.json().path("detail").asString()).contains("names no groups of yours (claim 'groups')");
        provider.next("nameless", Map.of("groups", List.of("everybody")));
        assertThat(browser.get(browser.comeBack("/").toString()).body()).contains("preferred_username");
        provider.next("imposter", called("admin", "security"));
        Browser.Reply imposter = browser.get(browser.comeBack("/").toString());
        assertThat(imposter.status()).isEqualTo(403);
        assertThat(imposter.body()).contains("somebody else called 'admin'");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void a_group_that_was_lost_is_lost_here_at_the_next_sign_in_and_who_was_shut_out_stays_out() {
        Browser before = in("changing", called("carla", "developers"));
        Browser after = in("changing", called("carla.new.name", "everybody"));
        assertThat(after.get("/api/session").json().path("role").asString()).isEqualTo("viewer");
        assertThat(after.get("/api/session").json().path("name").asString()).isEqualTo("carla");
        assertThat(before.get("/api/session").json().path("role").asString()).isEqualTo("viewer");
        ledger.people()
                .change(
                        "carla",
                        new PersonChange(Optional.empty(), Optional.empty(), Optional.of(false)),
                        Actor.person("admin"),
                        CLOCK.instant());
        assertThat(after.get("/api/session").status()).isEqualTo(401);
        provider.next("changing", called("carla", "everybody"));
        assertThat(after.get(after.comeBack("/").toString()).body()).contains("not sign in any more");
    }

    @Test
    void passwords_do_until_an_admin_has_come_the_other_way() {
        Path folder = home.resolve("local");
        try (Ledger own = Ledger.at(folder);
                Center house = new Center(
                        folder, own, center.catalog(), center.types(), "test", Optional.empty(), CLOCK)) {
            NewPerson first = own.people().first(CLOCK.instant()).orElseThrow();
            try (Server strict = Server.start(house, ANY_PORT, Optional.of(provider.settings(true)))) {
                assertThat(signIn(strict, first)).isEqualTo(200);
                Browser browser = new Browser(strict.url());
                provider.next("viewer", called("vera", "everybody"));
                browser.get(browser.comeBack("/").toString());
                assertThat(signIn(strict, first)).as("a viewer lets nobody in").isEqualTo(200);
                provider.next("chief", called("chief", "security"));
                browser.get(browser.comeBack("/").toString());
                assertThat(browser.get("/api/session").json().path("role").asString())
                        .isEqualTo("admin");
                assertThat(signIn(strict, first)).isEqualTo(403);
                assertThat(browser.get("/api/session/ways").json().path("local").asBoolean())
                        .isFalse();
                provider.next("chief", called("chief", "everybody"));
                browser.get(browser.comeBack("/").toString());
                assertThat(signIn(strict, first)).as("nobody else is left").isEqualTo(200);
            }
        }
        assertThatThrownBy(() -> new OidcSettings(
                        "https://id.example",
                        "x",
                        Optional.empty(),
                        "x",
                        List.of("openid"),
                        "sub",
                        "groups",
                        new RoleMap(List.of(new RoleMap.Line(
                                "some", Role.ADMIN, new io.plumbline.ledger.PersonScope(List.of(), List.of("Dev"))))),
                        true))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cannot be switched off");
    }

    private static int signIn(Server where, NewPerson who) {
        return new HttpClient(where.url(), Optional.empty())
                .send(
                        "POST",
                        "/api/session",
                        Optional.of("{\"name\": \"" + who.person().name() + "\", \"password\": \"" + who.password() + "\"}"))
                .status();
    }

    @Test
    void a_provider_that_is_down_or_calls_itself_otherwise_lets_nobody_in() {
        for (String issuer : List.of("http://127.0.0.1:1/none", provider.issuer() + "/.")) {
            OidcSettings usual = provider.settings(false);
            OidcProvider wrong = new OidcProvider(
                    new OidcSettings(
                            issuer,
                            usual.clientId(),
                            usual.clientSecret(),
                            usual.title(),
                            usual.scopes(),
                            usual.nameClaim(),
                            usual.groupsClaim(),
                            usual.roles(),
                            false),
                    CLOCK);
            assertThatThrownBy(wrong::metadata)
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                            .isEqualTo(503));
        }
        assertThatThrownBy(() -> OidcSettings.checkAddress("http://id.example", "The issuer"))
                .hasMessageContaining("must begin with https://");
    }

    @Test
    void no_secret_stands_where_somebody_might_read_it() {
        Browser browser = new Browser(server.url());
        Browser.Reply begun = browser.get("/api/session/oidc");
        assertThat(begun.cookies()).doesNotContain(query(begun.to()).get("state"), query(begun.to()).get("nonce"));
        assertThat(begun.to().toString()).doesNotContain(IdentityProvider.SECRET);
        assertThat(provider.settings(false).toString()).doesNotContain(IdentityProvider.SECRET);
        assertThat(OidcFlow.begin("/", CLOCK.instant()).toString()).isEqualTo("OidcTry[/]");
    }
}
