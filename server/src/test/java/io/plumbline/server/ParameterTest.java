package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parameters of rules over the API, on the fictional organization. */
class ParameterTest {
    private static final String CORE = "210000000004";
    private static final String SANDBOX = "210000000006";
    private static final String KEYS = "iam-access-key-rotation-90d";
    private static final String AGE = "/api/rules/" + KEYS + "/parameters/max_age_days";
    private static final Document DOCUMENT = Document.packed();

    @TempDir
    static Path home;

    private static TestServer server;
    private static HttpClient admin;

    @BeforeAll
    static void start() {
        server = new TestServer(home);
        admin = server.as(Role.ADMIN, PersonScope.ALL);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpClient.Reply set(HttpClient client, String path, String place, String value) {
        return client.send(
                "PUT",
                path,
                Optional.of("{\"place\": " + place + ", \"value\": " + value + ", \"reason\": \"because\"}"));
    }

    private static String account(String id) {
        return "{\"kind\": \"account\", \"name\": \"" + id + "\"}";
    }

    private static JsonNode listed(HttpClient client, String more) {
        HttpClient.Reply reply = client.get("/api/parameters?rule=" + KEYS + more);
        DOCUMENT.answer(DOCUMENT.operations().get("listParameters"), 200)
                .orElseThrow()
                .check(reply.body());
        return reply.json();
    }

    private static JsonNode age(HttpClient client, String more) {
        return listed(client, more)
                .path("items")
                .valueStream()
                .filter(one -> one.path("parameter").asString().equals("max_age_days"))
                .findFirst()
                .orElseThrow();
    }

    private static long failed(String account) {
        return admin.get("/api/compliance/controls?control=1.4&account=" + account)
                .json()
                .at("/items/0/counts/failed")
                .asLong();
    }

    private static void judgeAgain() throws InterruptedException {
        assertThat(admin.send("POST", "/api/assessments", Optional.empty()).status())
                .isEqualTo(202);
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (listed(admin, "").path("judging").asBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(listed(admin, "").path("pending").asBoolean()).isFalse();
    }

    @Test
    void a_value_counts_where_it_is_set_once_the_scan_is_judged_again_and_stands_in_the_evidence() throws Exception {
        long before = failed(CORE);
        long elsewhere = failed(SANDBOX);
        assertThat(before).isPositive();
        assertThat(age(admin, "").path("holds").toString()).isEqualTo("[{\"value\":90,\"accounts\":8}]");
        HttpClient.Reply done = set(admin, AGE, account(CORE), "100000");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(set(admin, AGE, "{\"kind\": \"organization\"}", "91").status())
                .isEqualTo(200);
        assertThat(failed(CORE)).as("nothing is judged silently").isEqualTo(before);
        assertThat(listed(admin, "").path("pending").asBoolean()).isTrue();
        assertThat(age(admin, "&account=" + CORE).path("holds").toString())
                .isEqualTo("[{\"value\":100000,\"accounts\":1}]");

        judgeAgain();
        assertThat(failed(CORE)).isZero();
        assertThat(failed(SANDBOX)).isEqualTo(elsewhere);
        List<JsonNode> used = evidence("parameters.jsonl");
        assertThat(used.stream()
                        .filter(line -> line.path("parameter").asString().equals("max_age_days"))
                        .filter(line -> line.path("rule").asString().equals(KEYS))
                        .flatMap(line -> line.path("set").valueStream())
                        .map(one -> one.at("/place/kind").asString() + " "
                                + one.at("/place/name").asString("") + " " + one.path("value")))
                .containsExactly("organization  91", "account " + CORE + " 100000");
        assertThat(evidence("parameter-settings.jsonl").stream()
                        .map(line -> line.at("/history/0/action").asString()))
                .containsExactly("parameter-set", "parameter-set");

        assertThat(admin.send("DELETE", AGE + "?kind=account&place=" + CORE, Optional.empty())
                        .status())
                .isEqualTo(204);
        assertThat(admin.send("DELETE", AGE + "?kind=organization", Optional.empty())
                        .status())
                .isEqualTo(204);
        assertThat(listed(admin, "").path("pending").asBoolean()).isTrue();
    }

    private static List<JsonNode> evidence(String name) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        byte[] pack = server.as(Role.AUDITOR, PersonScope.ALL)
                .bytes("/api/evidence?framework=cis-1.2")
                .body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(JsonMapper.shared()::readTree)
                            .forEach(lines::add);
                }
            }
        }
        return lines;
    }

    @Test
    void what_is_wrong_is_said_and_with_which_status() {
        String everywhere = "{\"kind\": \"organization\"}";
        String ssh = "/api/rules/sg-no-public-ssh/parameters/protocols";
        assertThat(set(admin, AGE, everywhere, "\"ninety\"").status()).isEqualTo(422);
        assertThat(set(admin, AGE, everywhere, "\"ninety\"").body()).contains("must be integer");
        assertThat(set(admin, AGE, everywhere, "99999999999999999999").status()).isEqualTo(422);
        assertThat(set(admin, AGE, account("999999999999"), "1").body()).contains("No scan knows the account");
        assertThat(set(admin, AGE, "{\"kind\": \"ou\", \"name\": \"Nowhere\"}", "1")
                        .status())
                .isEqualTo(422);
        assertThat(set(admin, ssh, everywhere, "[\"tcp\", \"a\\u0000b\"]").status())
                .isEqualTo(422);
        assertThat(set(admin, ssh, everywhere, "{}").status()).isEqualTo(400);
        assertThat(set(admin, AGE.replace("max_age_days", "max_age"), everywhere, "1")
                        .status())
                .isEqualTo(404);
        assertThat(set(admin, AGE.replace(KEYS, "none"), everywhere, "1").status())
                .isEqualTo(404);
        assertThat(admin.send("DELETE", AGE + "?kind=ou&place=Production", Optional.empty())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_admin_of_some_accounts_sets_values_for_these_alone_and_others_see_only_their_own() {
        HttpClient mine = server.as(Role.ADMIN, new PersonScope(List.of(SANDBOX), List.of()));
        assertThat(set(mine, AGE, account(SANDBOX), "30").status()).isEqualTo(200);
        for (String place :
                List.of(account(CORE), "{\"kind\": \"organization\"}", "{\"kind\": \"ou\", \"name\": \"Sandbox\"}")) {
            assertThat(set(mine, AGE, place, "30").status()).as(place).isEqualTo(403);
        }
        assertThat(mine.send("DELETE", AGE + "?kind=organization", Optional.empty())
                        .status())
                .isEqualTo(403);
        assertThat(mine.send("POST", "/api/assessments", Optional.empty()).status())
                .isEqualTo(403);
        HttpClient other = server.as(Role.VIEWER, new PersonScope(List.of(CORE), List.of()));
        assertThat(age(other, "").path("settings").size()).isZero();
        assertThat(age(other, "").path("holds").toString()).isEqualTo("[{\"value\":90,\"accounts\":1}]");
        assertThat(age(mine, "").path("settings").toString()).contains(SANDBOX, "because");
        assertThat(mine.send("DELETE", AGE + "?kind=account&place=" + SANDBOX, Optional.empty())
                        .status())
                .isEqualTo(204);
    }
}
