package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo from end to end, as a user runs it, and what can be done with the snapshot that it leaves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
    @TempDir
    static Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @BeforeAll
    void scan_the_estate() {
        assertThat(run(
                        "demo",
                        "--no-serve",
                        "--format",
                        "json",
                        "--output",
                        folder.resolve("demo").toString()))
                .as(err.toString())
                .isZero();
    }

    private int run(String command, String... arguments) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        line.setOut(new PrintWriter(out, true));
        List<String> all = new java.util.ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        if (!command.equals("version") && !command.equals("filter")) {
            all.addAll(List.of("--home", folder.resolve("home").toString()));
        }
        return line.execute(all.toArray(String[]::new));
    }

    private JsonNode verdicts(String name) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(folder.resolve(name).resolve("plumbline.json")));
    }

    @Test
    void every_account_has_every_control() throws IOException {
        Map<String, TreeSet<String>> controls = new HashMap<>();
        verdicts("demo")
                .path("controls")
                .forEach(row -> controls.computeIfAbsent(row.path("accountId").asString(), account -> new TreeSet<>())
                        .add(row.path("control").asString()));
        assertThat(controls)
                .hasSize(7)
                .allSatisfy((account, found) -> assertThat(found).hasSize(49));
    }

    @Test
    void every_control_passes_somewhere_and_fails_somewhere_where_that_is_possible() throws IOException {
        Map<String, TreeSet<String>> statuses = new HashMap<>();
        verdicts("demo")
                .path("controls")
                .forEach(row -> statuses.computeIfAbsent(row.path("control").asString(), control -> new TreeSet<>())
                        .add(row.path("status").asString()));
        List<String> waitForPeople = List.of("1.15", "1.17");
        statuses.forEach((control, found) -> {
            if (!waitForPeople.contains(control)) {
                assertThat(found).as("control " + control).contains("PASS", "FAIL");
            }
        });
    }

    @Test
    void every_verdict_is_the_one_that_the_description_of_the_estate_asks_for() throws IOException {
        JsonNode expect = YAMLMapper.builder()
                .build()
                .readTree(Path.of("../estate/estate.yaml").toFile())
                .path("expect");
        assertThat(expect.size()).isEqualTo(7);
        verdicts("demo").path("controls").forEach(row -> {
            JsonNode account = expect.path(row.path("accountName").asString());
            String control = row.path("control").asString();
            String wanted = account.propertyStream()
                    .filter(entry -> entry.getValue().asString("").equals("all")
                            || entry.getValue()
                                    .valueStream()
                                    .anyMatch(one -> one.asString().equals(control)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("PASS");
            assertThat(row.path("status").asString())
                    .as(row.path("accountName").asString() + " " + control)
                    .isEqualTo(wanted);
        });
    }

    @Test
    void what_could_not_be_read_is_unknown_with_the_action_named() throws IOException {
        JsonNode tree = verdicts("demo");
        assertThat(tree.path("gaps")
                        .valueStream()
                        .map(gap -> gap.path("accountId").asString() + " "
                                + gap.path("action").asString()))
                .contains(
                        "210000000007 sts:AssumeRole",
                        "210000000004 kms:GetKeyRotationStatus",
                        "210000000005 kms:ListKeys");
        assertThat(tree.path("units")
                        .valueStream()
                        .filter(unit -> unit.path("accountId").asString().equals("210000000007"))
                        .map(unit -> unit.path("status").asString()))
                .hasSize(49)
                .containsOnly("UNKNOWN");
    }

    @Test
    void assessing_again_gives_the_same_bytes() throws IOException {
        assertThat(run(
                        "assess",
                        "--format",
                        "json",
                        "--output",
                        folder.resolve("again").toString()))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("again").resolve("plumbline.json"))
                .hasSameBinaryContentAs(folder.resolve("demo").resolve("plumbline.json"));
    }

    @Test
    void failures_can_fail_a_build() {
        assertThat(run(
                        "assess",
                        "--fail-on",
                        "high",
                        "--output",
                        folder.resolve("failing").toString()))
                .isEqualTo(3);
        assertThat(run(
                        "assess",
                        "--rules",
                        "kms-cmk-rotation",
                        "--strict",
                        "--output",
                        folder.resolve("strict").toString()))
                .isEqualTo(4);
        assertThat(run(
                        "assess",
                        "--framework",
                        "cis-9",
                        "--output",
                        folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("cis-9");
    }

    @Test
    void the_snapshot_can_be_asked_in_sql_and_nothing_else() {
        assertThat(run("query", "select count(*) as users from aws_iam_user", "--format", "json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("{\"rows\":[{\"users\":");
        out.getBuffer().setLength(0);
        assertThat(run(
                        "query",
                        "select 'a \"b\",' || chr(10) || 'c' as text, -5 as number, null as nothing, true as truth, [1, 2] as list,"
                                + " {'k': 'v'} as struct, '=1+1' as formula",
                        "--format",
                        "csv"))
                .as(err.toString())
                .isZero();
        assertThat(out)
                .hasToString("text,number,nothing,truth,list,struct,formula\r\n"
                        + "\"a \"\"b\"\",\nc\",-5,,true,\"[1,2]\",\"{\"\"k\"\":\"\"v\"\"}\",'=1+1\r\n");
        assertThat(run("query", "copy (select 1) to '" + folder.resolve("x.csv") + "'"))
                .isEqualTo(1);
        assertThat(run("query", "select * from read_text('/etc/passwd')")).isEqualTo(1);
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void no_canary_of_the_estate_is_in_the_recording_or_the_snapshot() {
        try (Database database = Database.open()) {
            new SnapshotStore(folder.resolve("home")).newest().orElseThrow().attach(database, AwsTypes.load());
            assertThat(database.query(
                            "select contact_information::varchar from aws_account",
                            row -> String.valueOf(row.getString(1))))
                    .noneMatch(text -> text.contains("Canary Street") || text.contains("+442079460018"));
        }
    }
}
