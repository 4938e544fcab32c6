package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import io.plumbline.snapshot.Hashes;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the fictional organization as one file, and the list of files that were handed out. */
class OfflineTest {
    private static final String MINE = "210000000004";
    private static final String HOSTILE = "</script><script>alert(1)</script>\u2028<!--<script>";
    private static final Pattern DATA = Pattern.compile(
            "<script type=\"application/json\" id=\"plumbline-data\">([^<]*)</script>\\s*"
                    + "<script type=\"application/json\" id=\"plumbline-sum\">[{]\"sha256\":\"([0-9a-f]{64})\"[}]</script>");

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

    private record Opened(byte[] file, String text, String sum) {
        JsonNode data() {
            return JsonMapper.shared().readTree(text);
        }
    }

    private static Opened opened(HttpClient client, String query) throws Exception {
        HttpResponse<byte[]> answer = client.bytes("/api/reports/offline?framework=cis-1.2" + query);
        String html = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(html).isEqualTo(200);
        assertThat(html).startsWith("<!doctype html><title>Pages</title>").endsWith("<p>The end</p>");
        Matcher found = DATA.matcher(html);
        assertThat(found.find()).isTrue();
        return new Opened(answer.body(), found.group(1), found.group(2));
    }

    @Test
    void it_holds_what_the_pages_show_and_the_hash_of_it() throws Exception {
        Opened opened = opened(admin, "");
        assertThat(Hashes.sha256(opened.text())).isEqualTo(opened.sum());
        JsonNode data = opened.data();
        assertThat(data.path("compliance").path("score"))
                .isEqualTo(admin.get("/api/compliance").json().path("score"));
        assertThat(data.path("results"))
                .hasSize(admin.get("/api/compliance/controls?size=1")
                        .json()
                        .path("total")
                        .asInt());
        assertThat(data.path("findings"))
                .hasSize(admin.get("/api/findings?size=1").json().path("total").asInt())
                .allSatisfy(finding -> assertThat(finding.has("evidence")).isTrue());
        assertThat(data.path("units")
                        .valueStream()
                        .filter(unit -> unit.path("evidence").isObject()))
                .isNotEmpty();
        assertThat(data.path("rules")).hasSizeGreaterThanOrEqualTo(49);
        assertThat(data.path("about").path("accounts"))
                .hasSize(data.path("status").path("accounts").size());
        assertThat(opened.text()).doesNotContain("csrf");
    }

    @Test
    void who_may_see_one_account_gets_that_one_and_so_does_who_asks_for_it() throws Exception {
        HttpClient scoped = server.as(Role.VIEWER, new PersonScope(List.of(MINE), List.of()));
        for (Opened opened :
                List.of(opened(scoped, "&account=210000000006&account=" + MINE), opened(admin, "&account=" + MINE))) {
            Matcher told = Pattern.compile("\"accountId\":\"(\\d{12})\"").matcher(opened.text());
            assertThat(told.results().map(result -> result.group(1)))
                    .isNotEmpty()
                    .containsOnly(MINE);
            for (String list : List.of("results", "accounts", "units", "findings")) {
                assertThat(opened.data().path(list)).as(list).isNotEmpty();
            }
            assertThat(opened.text()).doesNotContain("log-archive", "prod-data");
        }
    }

    @Test
    void a_hostile_text_stays_a_text() throws Exception {
        JsonNode finding =
                admin.get("/api/findings?size=1").json().path("items").path(0);
        String body = JsonMapper.shared()
                .writeValueAsString(java.util.Map.of(
                        "ids", List.of(finding.path("id").asString()), "comment", HOSTILE, "owner", HOSTILE));
        assertThat(admin.send("POST", "/api/findings/changes", Optional.of(body))
                        .status())
                .isEqualTo(200);
        Opened opened = opened(admin, "");
        assertThat(opened.text()).doesNotContain("<", "\u2028");
        assertThat(opened.data()
                        .path("findings")
                        .valueStream()
                        .filter(one -> one.path("id").equals(finding.path("id")))
                        .map(one -> one.path("owner").asString()))
                .containsExactly(HOSTILE);
    }

    @Test
    void what_was_handed_out_is_listed_with_its_hash_for_who_may_see_all_of_it() throws Exception {
        HttpClient scoped = server.as(Role.AUDITOR, new PersonScope(List.of(MINE), List.of()));
        byte[] own = opened(scoped, "").file();
        byte[] csv = scoped.bytes("/api/export?format=csv").body();
        byte[] whole = admin.bytes("/api/export?format=csv").body();
        scoped.bytes("/api/evidence?framework=cis-1.2");
        JsonNode listed = scoped.get("/api/reports").json().path("items");
        assertThat(listed.valueStream().map(report -> report.path("format").asString()))
                .containsExactly("evidence", "csv", "offline");
        assertThat(listed.path(2).path("sha256").asString()).isEqualTo(Hashes.sha256(own));
        assertThat(listed.path(2).path("bytes").asInt()).isEqualTo(own.length);
        assertThat(listed.path(1).path("accounts").valueStream().map(JsonNode::asString))
                .containsExactly(MINE);
        assertThat(scoped.get("/api/reports?q=" + Hashes.sha256(csv))
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
        assertThat(scoped.get("/api/reports?q=" + Hashes.sha256(whole))
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(admin.get("/api/reports?q=" + Hashes.sha256(whole))
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
    }

    @Test
    void a_day_before_the_first_assessment_has_nothing_to_show() {
        HttpClient.Reply reply = admin.get("/api/reports/offline?asOf=2001-01-01");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("2001-01-01 or before", "Choose another day");
    }
}
