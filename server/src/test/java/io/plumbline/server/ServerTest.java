package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import io.plumbline.model.BadInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server on the fictional organization, held against its own document. */
class ServerTest {
    private static final String MINE = "210000000004";
    private static final List<String> OF_NO_ACCOUNT = List.of("listTables", "getRule", "document");
    private static final String GOOD = "seven green kettles sing";

    @TempDir
    static Path home;

    private static TestServer server;
    private static HttpClient admin;
    private static final Document DOCUMENT = Document.packed();

    @BeforeAll
    static void start() {
        server = new TestServer(home);
        admin = server.as(Role.ADMIN, PersonScope.ALL);
        String channel = admin.send("POST", "/api/channels", Optional.of("""
                        {"kind": "webhook", "name": "hook", "settings": {"url": "https://127.0.0.1:1/"}, "secrets": {"secret": "s"}}"""))
                .json()
                .path("id")
                .asString();
        admin.send("POST", "/api/routes", Optional.of("{\"name\": \"all\", \"channel\": \"" + channel + "\"}"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A path of each operation that only reads, with parameters that find something. */
    private static Map<String, String> reads(HttpClient client) {
        JsonNode finding =
                client.get("/api/findings?size=1").json().path("items").path(0);
        String scan =
                client.get("/api/scans").json().path("items").path(0).path("id").asString();
        String user = encoded("arn:aws:iam::" + MINE + ":user/zoe");
        Map<String, String> paths = new TreeMap<>();
        DOCUMENT.operations().values().stream()
                .filter(operation -> operation.method() == Operation.Method.GET)
                .forEach(operation -> paths.put(operation.id(), operation.path()));
        paths.put("listUnits", "/api/units?rule=iam-user-mfa-console");
        paths.put("getRule", "/api/rules/iam-user-mfa-console");
        paths.put("getRuleHistory", "/api/rules/iam-user-mfa-console/history");
        paths.put("export", "/api/export?format=json");
        paths.put("groupFindings", "/api/findings/groups?by=account");
        paths.put("getFinding", "/api/findings/" + finding.path("id").asString());
        paths.put("getRepair", paths.get("getFinding") + "/repair");
        paths.put("searchAssets", "/api/assets?q=user");
        paths.put("getAsset", "/api/assets/one?arn=" + user);
        paths.put("getAssetTimeline", "/api/assets/timeline?arn=" + user);
        paths.put("getScan", "/api/scans/" + scan);
        paths.put("compareScans", "/api/scans/" + scan + "/changes");
        paths.put("listScheduleTimes", "/api/schedules/times?cron=0+3+*+*+*");
        paths.remove("getException");
        // A zip is no JSON: EvidenceTest opens it.
        paths.remove("exportEvidence");
        // They lead a browser elsewhere, on a server that knows an identity provider.
        List.of("beginOidc", "finishOidc", "endOidc").forEach(paths::remove);
        return paths;
    }

    @Test
    void every_operation_that_reads_answers_as_the_document_says() {
        List<String> troubles = new ArrayList<>();
        reads(admin).forEach((id, path) -> {
            HttpClient.Reply reply = admin.get(path);
            Operation operation = DOCUMENT.operations().get(id);
            if (reply.status() != 200) {
                troubles.add(id + " " + reply.status() + " " + reply.body());
                return;
            }
            DOCUMENT.answer(operation, 200).ifPresent(schema -> {
                try {
                    schema.check(reply.body());
                } catch (Problem e) {
                    troubles.add(id + " " + e.detail());
                }
            });
        });
        assertThat(troubles).isEmpty();
    }

    @Test
    void a_character_that_ends_texts_elsewhere_is_no_mistake_of_ours() {
        assertThat(admin.send("POST", "/api/query", Optional.of("{\"sql\": \"select 1 /* \\u0000 */ = [x\"}"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/api/units?rule=iam-user-mfa-console&q=a%00b").status())
                .isIn(200, 400);
        assertThat(admin.get("/api/findings?q=a%00b").status()).isIn(200, 400);
    }

    @Test
    void nobody_who_is_not_signed_in_reads_anything() {
        HttpClient nobody = new HttpClient(server.server.url(), Optional.empty());
        HttpClient guesser = new HttpClient(server.server.url(), Optional.of("plumb_guess"));
        DOCUMENT.operations().values().stream()
                .filter(operation -> !operation.open())
                .forEach(operation -> {
                    String path = operation.path().replaceAll("[{][a-z]+[}]", "x");
                    for (HttpClient client : List.of(nobody, guesser)) {
                        HttpClient.Reply reply = client.send(operation.method().name(), path, Optional.of("{}"));
                        assertThat(reply.status()).as(operation.id()).isEqualTo(401);
                        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
                    }
                });
    }

    @Test
    void who_may_see_one_account_reaches_nothing_of_another_by_any_route() {
        HttpClient scoped = server.as(Role.VIEWER, new PersonScope(List.of(MINE), List.of()));
        reads(scoped).forEach((id, path) -> {
            for (String asked : List.of(path, path + (path.contains("?") ? "&" : "?") + "account=210000000006")) {
                HttpClient.Reply reply = scoped.get(asked);
                assertThat(reply.status()).as(id + reply.body()).isIn(200, 400, 403, 404);
                // What an own asset names may be another account's: that is in its configuration and its evidence.
                if (reply.status() == 200 && !OF_NO_ACCOUNT.contains(id)) {
                    assertThat(strangers(reply.body())).as(id).isEmpty();
                }
            }
        });
        String theirs = admin.get("/api/findings?account=210000000006&size=1")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(scoped.get("/api/findings/" + theirs).status()).isEqualTo(404);
        assertThat(scoped.get("/api/assets/one?arn=" + encoded("arn:aws:iam::210000000006:user/tester"))
                        .status())
                .isEqualTo(404);
        String sql = "{\"sql\": \"select distinct account_id from aws_iam_user\"}";
        assertThat(scoped.send("POST", "/api/query", Optional.of(sql))
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("[[\"" + MINE + "\"]]");
        String file =
                "{\"sql\": \"select * from read_parquet('" + home + "/snapshots/*/tables/aws_iam_user.parquet')\"}";
        assertThat(scoped.send("POST", "/api/query", Optional.of(file)).status())
                .isEqualTo(400);
        for (String path : List.of(
                "/api/people", "/api/audit-log", "/metrics", "/api/channels", "/api/routes", "/api/deliveries")) {
            assertThat(scoped.get(path).status()).as(path).isEqualTo(403);
        }
    }

    /**
     * Other accounts that an answer tells of. What an own asset or its evidence names may be another account's; whose the thing is that is
     * told of may not.
     */
    private static List<String> strangers(String body) {
        List<String> found = new ArrayList<>();
        java.util.regex.Matcher told = java.util.regex.Pattern.compile(
                        "\"(?:accountId|account_id|id)\" ?: ?\"(\\d{12})\"")
                .matcher(body);
        while (told.find()) {
            found.add(told.group(1));
        }
        found.removeIf(MINE::equals);
        List.of("sandbox", "log-archive", "prod-data", "acquired").stream()
                .filter(body::contains)
                .forEach(found::add);
        return found;
    }

    @Test
    void a_role_may_what_the_document_says_and_no_more() {
        for (Role role : Role.values()) {
            HttpClient client = server.as(role, PersonScope.ALL);
            DOCUMENT.operations().values().stream()
                    .filter(operation -> !operation.open() && !role.covers(operation.role()))
                    .forEach(operation -> assertThat(client.send(
                                            operation.method().name(),
                                            operation.path().replaceAll("[{][a-z]+[}]", "x"),
                                            Optional.of("{}"))
                                    .status())
                            .as(role + " " + operation.id())
                            .isEqualTo(403));
        }
    }

    @Test
    void a_browser_signs_in_changes_its_password_and_must_prove_that_our_page_asks() {
        HttpClient browser = new HttpClient(server.server.url(), Optional.empty());
        String signIn = "{\"name\": \"admin\", \"password\": \"" + server.admin.password() + "\"}";
        HttpClient.Reply in = browser.send("POST", "/api/session", Optional.of(signIn));
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        assertThat(in.header("set-cookie")).contains("HttpOnly", "SameSite=Strict");
        browser.with("Cookie", in.header("set-cookie").replaceFirst(";.*", ""));
        assertThat(browser.get("/api/status").status())
                .as("the password must be changed first")
                .isEqualTo(403);
        String change = "{\"current\": \"" + server.admin.password() + "\", \"new\": \"" + GOOD + "\"}";
        assertThat(browser.send("PUT", "/api/session/password", Optional.of(change))
                        .status())
                .as("without the proof")
                .isEqualTo(403);
        browser.with("X-Plumbline-Csrf", in.json().path("csrf").asString());
        HttpClient.Reply changed = browser.send("PUT", "/api/session/password", Optional.of(change));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
        assertThat(browser.get("/api/status").status())
                .as("the old session has ended")
                .isEqualTo(401);
        browser.with("Cookie", changed.header("set-cookie").replaceFirst(";.*", ""));
        HttpClient.Reply status = browser.get("/api/status");
        assertThat(status.status()).isEqualTo(200);
        assertThat(browser.with("If-None-Match", browser.get("/api/frameworks").header("etag"))
                        .get("/api/frameworks")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void wrong_passwords_make_the_next_try_wait() {
        HttpClient guesser = new HttpClient(server.server.url(), Optional.empty());
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            answers.add(guesser.send("POST", "/api/session", Optional.of("{\"name\": \"eve\", \"password\": \"x\"}"))
                    .status());
        }
        assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429, 429);
    }

    @Test
    void without_an_identity_provider_there_are_passwords_only() {
        HttpClient nobody = new HttpClient(server.server.url(), Optional.empty());
        assertThat(nobody.get("/api/session/ways").body()).isEqualTo("{\"local\":true}");
        for (String path : List.of("", "/callback?code=x&state=y&more=z", "/end")) {
            assertThat(nobody.get("/api/session/oidc" + path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void what_is_wrong_is_said_and_where() {
        assertThat(admin.get("/api/findings?size=9999").body()).contains("'size' is 9999", "1 to 500");
        assertThat(admin.get("/api/findings?colour=red").body()).contains("no parameter 'colour'", "severity");
        assertThat(admin.get("/api/compliance?framework=cis-9").status()).isEqualTo(404);
        assertThat(admin.send("POST", "/api/query", Optional.of("{\"sql\": 3}")).body())
                .contains("sql");
        assertThat(admin.send("POST", "/api/query", Optional.of("{")).status()).isEqualTo(400);
        assertThat(admin.send("POST", "/api/query", Optional.of("{\"sql\": \"drop table x\"}"))
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/api/nothing").status()).isEqualTo(404);
        assertThat(admin.send("DELETE", "/api/findings", Optional.empty()).status())
                .isEqualTo(405);
        assertThat(admin.get("/health").header("content-security-policy")).contains("default-src 'none'");
    }

    @Test
    void one_asks_for_an_exception_and_another_approves_it() {
        HttpClient ana = server.as(Role.ENGINEER, PersonScope.ALL);
        HttpClient bob = server.as(Role.ENGINEER, PersonScope.ALL);
        JsonNode finding = admin.get("/api/findings?rule=iam-user-mfa-console&standing=open&size=1")
                .json()
                .path("items")
                .path(0);
        String target = "\"rules\": [\"iam-user-mfa-console\"], \"scope\": {\"accounts\": [\""
                + finding.path("accountId").asString() + "\"]}";
        long before = failed(finding.path("accountId").asString());
        assertThat(ana.send("POST", "/api/exceptions/preview", Optional.of("{" + target + "}"))
                        .json()
                        .path("findings")
                        .asInt())
                .isPositive();
        HttpClient.Reply asked = ana.send(
                "POST",
                "/api/exceptions",
                Optional.of("{" + target
                        + ", \"reason\": \"it moves to single sign-on\", \"owner\": \"carl\", \"expires\": \""
                        + java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(40) + "\"}"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String decision = "/api/exceptions/" + asked.json().path("id").asString() + "/decision";
        Optional<String> approve = Optional.of("{\"decision\": \"approve\"}");
        assertThat(ana.send("POST", decision, approve).body()).contains("another person approves");
        assertThat(failed(finding.path("accountId").asString())).isEqualTo(before);
        assertThat(bob.send("POST", decision, approve).json().path("state").asString())
                .isEqualTo("active");
        assertThat(failed(finding.path("accountId").asString())).isLessThan(before);
        HttpClient.Reply shown =
                admin.get("/api/exceptions/" + asked.json().path("id").asString());
        assertThat(shown.json().path("history").size()).isEqualTo(2);
        DOCUMENT.answer(DOCUMENT.operations().get("getException"), 200)
                .orElseThrow()
                .check(shown.body());
        assertThat(bob.send("POST", decision, Optional.of("{\"decision\": \"end\"}"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ended");
        assertThat(failed(finding.path("accountId").asString())).isEqualTo(before);
    }

    @Test
    void an_account_says_why_it_could_not_be_entered_and_what_was_refused_there() {
        JsonNode acquired = admin.get("/api/accounts?q=210000000007").json().at("/items/0");
        assertThat(acquired.path("entered").asBoolean()).isFalse();
        assertThat(acquired.path("trouble").asString()).startsWith("sts:AssumeRole: ");
        assertThat(acquired.path("refused").get(0).asString()).startsWith("sts:AssumeRole: ");
        String scan = admin.get("/api/scans").json().at("/items/0/id").asString();
        assertThat(admin.get("/api/scans/" + scan).json().path("caller").asString())
                .startsWith("arn:aws:");
        assertThat(server.as(Role.VIEWER, new PersonScope(List.of(MINE), List.of()))
                        .get("/api/scans/" + scan)
                        .json()
                        .has("caller"))
                .isFalse();
    }

    private static long failed(String account) {
        return admin.get("/api/compliance/controls?control=1.2&account=" + account)
                .json()
                .path("items")
                .path(0)
                .path("counts")
                .path("failed")
                .asLong();
    }

    @Test
    void it_does_not_listen_beyond_this_machine_in_the_clear() {
        assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, List.of("x"), false, false, Optional.empty()).check())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("without TLS");
        assertThatThrownBy(() -> new ServerSettings("0.0.0.0", 0, List.of(), true, false, Optional.empty()).check())
                .hasMessageContaining("--host");
        assertThat(new HttpClient(server.server.url().replace("127.0.0.1", "localhost"), Optional.empty())
                        .get("/health")
                        .status())
                .isEqualTo(200);
    }
}
