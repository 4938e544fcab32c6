package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.NewPerson;
import io.plumbline.ledger.PersonChange;
import io.plumbline.ledger.Role;
import io.plumbline.model.BadInput;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by OpenID Connect, at a provider that signs tokens. */
class OidcTest {
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

    /** Somebody who has come in. */
    private static Browser in(String subject, Map<String, Object> claims) {
        Browser browser = site.browser();
        provider.next(subject, claims);
        Browser.Reply reply = browser.get(browser.comeBack("/").toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(302);
        return browser;
    }

    @Test
    void somebody_signs_in_through_real_redirects_and_works_as_with_a_password() {
        Browser browser = site.browser();
        assertThat(browser.get("/api/session/ways").json().toString())
                .isEqualTo("{\"local\":true,\"oidc\":\"Example ID\"}");
        Browser.Reply begun = browser.get("/api/session/oidc?to=%2Ffindings%3Fq%3Droot");
        assertThat(begun.cookies()).contains("HttpOnly", "SameSite=Lax", "Path=/api/session/oidc");
        assertThat(begun.to().toString()).startsWith(provider.issuer() + "/authorize");
        assertThat(OidcSite.query(begun.to()))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", IdentityProvider.CLIENT)
                .containsEntry("redirect_uri", site.server.url() + "/api/session/oidc/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        provider.next("happy", OidcSite.called("hanna", "strangers", "developers", "everybody"));
        URI back = browser.get(begun.to().toString()).to();
        // Providers send along more than anybody asked for.
        Browser.Reply welcome = browser.get(back + "&session_state=abc");
        assertThat(welcome.status()).as(welcome.body()).isEqualTo(302);
        assertThat(welcome.to()).isEqualTo(URI.create(site.server.url() + "/findings?q=root"));
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
            document.answer(operation, 200)
                    .orElseThrow()
                    .check(browser.get(operation.path()).body());
        }
        assertThat(browser.get("/api/status").status()).isEqualTo(200);

        assertThat(browser.delete("/api/session", "forged").status()).isEqualTo(403);
        assertThat(browser.delete("/api/session", session.json().path("csrf").asString())
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        URI out = browser.get("/api/session/oidc/end").to();
        assertThat(out.toString()).startsWith(provider.issuer() + "/endsession");
        assertThat(OidcSite.query(out))
                .containsEntry("client_id", IdentityProvider.CLIENT)
                .containsEntry("post_logout_redirect_uri", site.server.url() + "/");
    }

    @Test
    void the_server_leads_nobody_to_another_site() {
        for (String elsewhere :
                List.of("https://evil.example", "//evil.example", "/%5Cevil.example", "evil", "/a%0d%0ab")) {
            Browser browser = site.browser();
            provider.next("led", OidcSite.called("lea", "everybody"));
            assertThat(browser.get(browser.comeBack(elsewhere).toString()).to())
                    .as(elsewhere)
                    .isEqualTo(URI.create(site.server.url() + "/"));
        }
    }

    @Test
    void who_maps_to_nothing_is_told_so_on_a_page() {
        Browser browser = site.browser();
        provider.next("nobody", OidcSite.called("<b>nobody", "strangers"));
        Browser.Reply reply = browser.get(browser.comeBack("/").toString(), "text/html,application/xhtml+xml");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.headers().get("content-type").getFirst()).startsWith("text/html");
        assertThat(reply.body())
                .contains("You are not let in", "none of your groups", "&lt;b&gt;nobody", "href=\"/\"")
                .doesNotContain("<b>");
        provider.next("nobody", Map.of("preferred_username", "nobody"));
        Browser.Reply json = browser.get(browser.comeBack("/").toString());
        assertThat(json.json().path("detail").asString()).contains("names no groups of yours (claim 'groups')");
        provider.next("nameless", Map.of("groups", List.of("everybody")));
        assertThat(browser.get(browser.comeBack("/").toString()).body()).contains("preferred_username");
        provider.next("imposter", OidcSite.called("admin", "security"));
        Browser.Reply imposter = browser.get(browser.comeBack("/").toString());
        assertThat(imposter.status()).isEqualTo(403);
        assertThat(imposter.body()).contains("somebody else called 'admin'");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void a_group_that_was_lost_is_lost_here_at_the_next_sign_in_and_who_was_shut_out_stays_out() {
        Browser before = in("changing", OidcSite.called("carla", "developers"));
        Browser after = in("changing", OidcSite.called("carla.new.name", "everybody"));
        assertThat(after.get("/api/session").json().path("role").asString()).isEqualTo("viewer");
        assertThat(after.get("/api/session").json().path("name").asString()).isEqualTo("carla");
        assertThat(before.get("/api/session").json().path("role").asString()).isEqualTo("viewer");
        site.ledger
                .people()
                .change(
                        "carla",
                        new PersonChange(Optional.empty(), Optional.empty(), Optional.of(false)),
                        Actor.person("admin"),
                        OidcSite.CLOCK.instant());
        assertThat(after.get("/api/session").status()).isEqualTo(401);
        provider.next("changing", OidcSite.called("carla", "everybody"));
        assertThat(after.get(after.comeBack("/").toString()).body()).contains("not sign in any more");
    }

    @Test
    void passwords_do_until_an_admin_has_come_the_other_way() {
        Path folder = home.resolve("local");
        try (Ledger own = Ledger.at(folder);
                Center house = new Center(
                        folder,
                        own,
                        site.center.catalog(),
                        site.center.types(),
                        "test",
                        Optional.empty(),
                        OidcSite.CLOCK)) {
            NewPerson first = own.people().first(OidcSite.CLOCK.instant()).orElseThrow();
            try (Server strict = Server.start(house, OidcSite.ANY_PORT, Optional.of(provider.settings(true)))) {
                assertThat(signIn(strict, first)).isEqualTo(200);
                Browser browser = new Browser(strict.url());
                provider.next("viewer", OidcSite.called("vera", "everybody"));
                browser.get(browser.comeBack("/").toString());
                assertThat(signIn(strict, first)).as("a viewer lets nobody in").isEqualTo(200);
                provider.next("chief", OidcSite.called("chief", "security"));
                browser.get(browser.comeBack("/").toString());
                assertThat(browser.get("/api/session").json().path("role").asString())
                        .isEqualTo("admin");
                assertThat(signIn(strict, first)).isEqualTo(403);
                assertThat(browser.get("/api/session/ways").json().path("local").asBoolean())
                        .isFalse();
                provider.next("chief", OidcSite.called("chief", "everybody"));
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
                        Optional.of("{\"name\": \"" + who.person().name() + "\", \"password\": \"" + who.password()
                                + "\"}"))
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
                    OidcSite.CLOCK);
            assertThatThrownBy(wrong::metadata)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(503));
        }
        assertThatThrownBy(() -> OidcSettings.checkAddress("http://id.example", "The issuer"))
                .hasMessageContaining("must begin with https://");
    }

    @Test
    void no_secret_stands_where_somebody_might_read_it() {
        Browser browser = site.browser();
        Browser.Reply begun = browser.get("/api/session/oidc");
        assertThat(begun.cookies())
                .doesNotContain(
                        OidcSite.query(begun.to()).get("state"),
                        OidcSite.query(begun.to()).get("nonce"));
        assertThat(begun.to().toString()).doesNotContain(IdentityProvider.SECRET);
        assertThat(provider.settings(false).toString()).doesNotContain(IdentityProvider.SECRET);
        assertThat(OidcFlow.begin("/", OidcSite.CLOCK.instant()).toString()).isEqualTo("OidcTry[/]");
    }
}
