package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import io.plumbline.snapshot.Hashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evidence pack of the fictional organization, opened. */
class EvidenceTest {
    private static final String MINE = "210000000004";
    private static final Pattern ACCOUNT = Pattern.compile("2100000000\\d\\d");

    @TempDir
    static Path home;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, byte[]> pack(HttpClient client) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.bytes("/api/evidence?framework=cis-1.2");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("plumbline-evidence-cis-1.2-"));
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Stream<JsonNode> lines(Map<String, byte[]> files, String name) {
        return text(files, name).lines().map(JsonMapper.shared()::readTree);
    }

    @Test
    void it_holds_every_control_with_its_verdicts_and_the_rows_they_rest_on() throws Exception {
        HttpClient auditor = server.as(Role.AUDITOR, PersonScope.ALL);
        HttpClient.Reply proposed = server.as(Role.ENGINEER, PersonScope.ALL)
                .send("POST", "/api/exceptions", Optional.of("""
                        {"rules": ["iam-user-mfa-console"], "scope": {"accounts": ["%s"]}, "reason": "a drill of the night shift",
                         "owner": "ana", "expires": "2027-03-31"}""".formatted(MINE)));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        Map<String, byte[]> files = pack(auditor);
        assertThat(files.keySet().stream().filter(name -> name.endsWith("/control.json")))
                .hasSize(49);
        JsonNode control = JsonMapper.shared().readTree(text(files, "controls/1.2/control.json"));
        assertThat(control.path("rule").asString()).isEqualTo("iam-user-mfa-console");
        assertThat(control.path("why").asString()).isNotBlank();
        assertThat(text(files, "controls/1.2/rule.sql")).containsIgnoringCase("select");
        List<JsonNode> verdicts = lines(files, "controls/1.2/verdicts.jsonl").toList();
        long failed = verdicts.stream()
                .filter(unit -> unit.path("status").asString().equals("FAIL"))
                .count();
        long counted = control.path("accounts")
                .valueStream()
                .mapToLong(account -> account.path("failed").asLong()
                        + account.path("excepted").asLong())
                .sum();
        assertThat(failed).isPositive().isEqualTo(counted);
        List<String> rows = control.path("restsOnTables")
                .valueStream()
                .flatMap(table -> lines(files, "rows/" + table.asString() + ".jsonl"))
                .map(row -> row.path("arn").asString())
                .toList();
        assertThat(verdicts.stream()
                        .filter(unit -> unit.path("status").asString().equals("FAIL"))
                        .map(unit -> unit.path("asset").asString()))
                .isSubsetOf(rows);
        assertThat(lines(files, "journal.jsonl")).isNotEmpty();
        assertThat(lines(files, "not-read.jsonl").map(gap -> gap.path("action").asString()))
                .contains("sts:AssumeRole");
        assertThat(lines(files, "exceptions.jsonl")
                        .filter(one -> one.path("decision")
                                .path("id")
                                .equals(proposed.json().path("id")))
                        .map(one -> one.path("history").path(0).path("action").asString()))
                .containsExactly("exception-proposed");
        assertThat(JsonMapper.shared()
                        .readTree(text(files, "audit-log.json"))
                        .path("whole")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void every_file_is_the_one_whose_hash_stands_in_it() throws Exception {
        Map<String, byte[]> files = pack(server.as(Role.AUDITOR, PersonScope.ALL));
        Map<String, String> sums = new HashMap<>();
        text(files, "SHA256SUMS").lines().forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        assertThat(sums.keySet()).hasSize(files.size() - 1);
        sums.forEach((name, sum) -> assertThat(Hashes.sha256(files.getOrDefault(name, new byte[0])))
                .as(name)
                .isEqualTo(sum));
    }

    @Test
    void who_may_see_one_account_gets_the_evidence_of_that_one_and_a_viewer_gets_none() throws Exception {
        Map<String, byte[]> files = pack(server.as(Role.AUDITOR, new PersonScope(List.of(MINE), List.of())));
        files.forEach((name, content) -> {
            if (name.startsWith("rows/")
                    || name.startsWith("controls/") && name.endsWith(".jsonl")
                    || name.equals("journal.jsonl")) {
                assertThat(text(files, name)
                                .lines()
                                .map(line -> JsonMapper.shared()
                                        .readTree(line)
                                        .path(name.startsWith("controls/") ? "accountId" : "account_id")
                                        .asString()))
                        .as(name)
                        .isSubsetOf(MINE);
            }
        });
        assertThat(ACCOUNT.matcher(text(files, "assessment.json")).results().map(found -> found.group()))
                .containsOnly(MINE);
        assertThat(server.as(Role.VIEWER, PersonScope.ALL)
                        .get("/api/evidence?framework=cis-1.2")
                        .status())
                .isEqualTo(403);
    }
}
