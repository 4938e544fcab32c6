package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP: how findings are repaired, and queries that become rules. */
class RepairTest {
    private static final String MINE = "210000000004";
    private static final Document DOCUMENT = Document.packed();

    @TempDir
    static Path home;

    private static TestServer server;
    private static HttpClient viewer;

    @BeforeAll
    static void start() {
        server = new TestServer(home);
        viewer = server.as(Role.VIEWER, PersonScope.ALL);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode findings(String query) {
        return viewer.get("/api/findings?size=500" + query).json().path("items");
    }

    private static JsonNode repair(String finding) {
        HttpClient.Reply reply = viewer.get("/api/findings/" + finding + "/repair");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        DOCUMENT.answer(DOCUMENT.operations().get("getRepair"), 200)
                .orElseThrow()
                .check(reply.body());
        return reply.json();
    }

    @Test
    void every_rule_s_finding_has_calls_or_says_that_it_is_done_by_hand() {
        Map<String, String> one = new TreeMap<>();
        findings("")
                .forEach(finding -> one.put(
                        finding.path("rule").asString(), finding.path("id").asString()));
        Map<String, Integer> calls = new TreeMap<>();
        one.forEach((rule, finding) -> {
            JsonNode repair = repair(finding);
            calls.put(rule, repair.path("calls").size());
            assertThat(repair.path("calls").isEmpty()).as(rule).isEqualTo(repair.has("byHand"));
        });
        assertThat(calls)
                .containsEntry("iam-root-mfa", 0)
                .hasEntrySatisfying("iam-pwd-symbol", some -> assertThat(some).isEqualTo(1));
    }

    @Test
    void a_repair_says_what_is_called_by_which_right_and_on_which_snapshot_it_rests() {
        JsonNode repair =
                repair(findings("&rule=kms-cmk-rotation").path(0).path("id").asString());
        JsonNode call = repair.path("calls").path(0);
        assertThat(call.path("operation").asString()).isEqualTo("EnableKeyRotation");
        assertThat(call.path("cli").asString())
                .startsWith("aws kms enable-key-rotation --cli-input-json '{\"KeyId\":\"arn:aws:kms:")
                .contains("--region " + call.path("region").asString());
        assertThat(repair.path("actions").path(0).asString()).isEqualTo("kms:EnableKeyRotation");
        assertThat(repair.path("before").path("KeyRotationEnabled").asBoolean()).isFalse();
        assertThat(repair.path("after").path("KeyRotationEnabled").asBoolean()).isTrue();
        assertThat(repair.path("snapshot").asString()).isNotEmpty();
        assertThat(repair.path("older").asBoolean(true)).isFalse();
    }

    @Test
    void whose_finding_it_is_not_finds_no_repair() {
        HttpClient scoped = server.as(Role.VIEWER, new PersonScope(List.of(MINE), List.of()));
        String theirs = findings("&account=210000000006").path(0).path("id").asString();
        assertThat(scoped.get("/api/findings/" + theirs + "/repair").status()).isEqualTo(404);
        String mine = findings("&account=" + MINE).path(0).path("id").asString();
        assertThat(scoped.get("/api/findings/" + mine + "/repair").status()).isEqualTo(200);
    }

    private static String draft(String... changes) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "id", "my-user-rule",
                "title", "Users: \"none\" of them",
                "severity", "low",
                "category", "Test",
                "meaning", "What it means:\n- this",
                "sql", "select account_id, arn, user_name, create_date from aws_iam_user order by arn;",
                "unit", "arn",
                "asset", "arn",
                "fails", "every-row"));
        for (int i = 0; i < changes.length; i += 2) {
            body.put(changes[i], changes[i + 1]);
        }
        return JsonMapper.shared().writeValueAsString(body);
    }

    @Test
    void a_query_becomes_the_folder_of_a_rule() throws IOException, InterruptedException {
        HttpResponse<byte[]> reply = viewer.post("/api/rules/draft", draft());
        assertThat(reply.statusCode()).isEqualTo(200);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(reply.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files)
                .containsOnlyKeys(
                        "README.txt",
                        "rules/my/my-user-rule/rule.yaml",
                        "rules/my/my-user-rule/rule.sql",
                        "rules/my/my-user-rule/cases.yaml");
        assertThat(files.get("README.txt")).contains("--rules-dir");
        assertThat(files.get("rules/my/my-user-rule/rule.yaml")).contains("title: \"Users: \\\"none\\\" of them\"");
        assertThat(files.get("rules/my/my-user-rule/rule.sql"))
                .contains("'user_name': query.\"user_name\"", "'FAIL' as status");
        assertThat(files.get("rules/my/my-user-rule/cases.yaml")).contains("aws_iam_user");
        assertThat(viewer.get("/api/rules/my-user-rule").status())
                .as("the server keeps nothing")
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_a_rule_is_told_why() {
        Map.of(
                        draft("id", "Mine"), "not a rule id",
                        draft("id", "kms-cmk-rotation"), "already",
                        draft("unit", "name_of_it"), "gives no column 'name_of_it'",
                        draft("fails", "status"), "gives no column 'status'",
                        draft("sql", "select arn from aws_iam_user"), "gives no column 'account_id'",
                        draft("sql", "select * from aws_iam_users"), "aws_iam_users",
                        draft("sql", "select account_id, now() as arn from aws_iam_user"), "now()",
                        draft("sql", "drop table aws_iam_user"), "SELECT",
                        draft("sql", "select '1' as account_id, 'x' as arn"), "reads no table")
                .forEach((body, words) -> {
                    HttpClient.Reply reply = viewer.send("POST", "/api/rules/draft", Optional.of(body));
                    assertThat(reply.status()).as(body + reply.body()).isEqualTo(400);
                    assertThat(reply.json().path("detail").asString()).contains(words);
                });
    }
}
