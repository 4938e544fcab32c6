package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on the ledger, as people call them, after a scan of the estate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerCommandsTest {
    private static final String RECORDING = "../estate/src/main/resources/io/plumbline/estate/recording";
    private static final String[] TERMS = {"--reason", "taken over", "--owner", "ops", "--approver", "ciso"};

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void scan() {
        assertThat(run(
                        "home",
                        "scan",
                        "--replay",
                        RECORDING,
                        "--output",
                        folder.resolve("reports").toString()))
                .as(err.toString())
                .isZero();
    }

    private int run(String home, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        line.setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve(home).toString()));
        return line.execute(all.toArray(String[]::new));
    }

    private JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        assertThat(run("home", all.toArray(String[]::new))).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    private String importing(String... more) {
        List<String> all = new ArrayList<>(List.of("exceptions", "import"));
        all.addAll(List.of(more));
        all.addAll(List.of(TERMS));
        all.addAll(List.of("--expires", "2027-09-30"));
        assertThat(run("home", all.toArray(String[]::new))).as(err.toString()).isZero();
        return out.toString();
    }

    @Test
    void findings_are_listed_and_filtered() {
        JsonNode all = json("findings");
        assertThat(all.size()).isPositive();
        assertThat(all.valueStream().map(one -> one.path("state").asString())).containsOnly("open");
        JsonNode high = json("findings", "--severity", "high", "--accounts", "210000000006");
        assertThat(high.size()).isPositive().isLessThan(all.size());
        assertThat(high.valueStream().map(one -> one.path("accountId").asString()))
                .containsOnly("210000000006");
        assertThat(high.valueStream().map(one -> one.path("severity").asString()))
                .isSubsetOf("high", "critical");
        assertThat(run("home", "findings")).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(all.size() + 1)
                .allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        assertThat(run("home", "findings", "--format", "csv")).isZero();
        assertThat(out.toString().lines().findFirst())
                .hasValueSatisfying(head -> assertThat(head).startsWith("id,rule,severity,accountId"));
        assertThat(run("home", "findings", "--severity", "worst")).isEqualTo(2);
        assertThat(err.toString()).contains("--severity", "critical");
    }

    @Test
    void how_a_finding_is_repaired_is_shown_as_lines_for_a_shell_and_as_json() {
        String id = json("findings", "--rules", "kms-cmk-rotation")
                .get(0)
                .path("id")
                .asString();
        assertThat(run("home", "findings", "fix", id)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "Know first", "Before", "\"KeyRotationEnabled\" : false", "kms:EnableKeyRotation", "Scan again")
                .containsPattern("(?m)^aws kms enable-key-rotation --cli-input-json '.*' --region [a-z0-9-]+$");
        assertThat(json("findings", "fix", id)
                        .path("calls")
                        .path(0)
                        .path("operation")
                        .asString())
                .isEqualTo("EnableKeyRotation");
        String byHand =
                json("findings", "--rules", "iam-root-mfa").get(0).path("id").asString();
        assertThat(run("home", "findings", "fix", byHand)).isZero();
        assertThat(out.toString()).contains("By hand", "plumbline rules show iam-root-mfa");
        assertThat(run("home", "findings", "fix", "0")).isEqualTo(1);
        assertThat(err.toString()).contains("no finding '0'");
    }

    @Test
    void a_home_without_scans_has_no_findings_and_says_how_to_get_some() {
        assertThat(run("empty", "findings")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("No finding is open", "plumbline scan");
        assertThat(run("empty", "exceptions", "list")).isZero();
        assertThat(out.toString()).contains("No exception");
    }

    @Test
    void a_mute_list_of_prowler_becomes_exceptions_that_end_and_come_back_as_a_file() throws IOException {
        Path list = Files.writeString(folder.resolve("mutelist.yaml"), """
                Mutelist:
                  Accounts:
                    "210000000006":
                      Checks:
                        "iam_rotate_access_key_90_days":
                          Regions: ["*"]
                          Resources: ["*"]
                        "no_such_check":
                          Regions: ["*"]
                          Resources: ["*"]
                """);
        assertThat(importing(list.toString(), "--from", "prowler")).contains("1 not or not wholly", "no_such_check");
        JsonNode exceptions = json("exceptions", "list", "--rules", "iam-access-key-rotation-90d");
        assertThat(exceptions.get(0).path("owner").asString()).isEqualTo("ops");
        assertThat(exceptions.get(0).path("expires").asString()).isEqualTo("2027-10-01T00:00:00Z");
        long covers = exceptions.get(0).path("covers").asLong();
        assertThat(covers).isPositive();
        assertThat(json(
                                "findings",
                                "--rules",
                                "iam-access-key-rotation-90d",
                                "--accounts",
                                "210000000006",
                                "--uncovered")
                        .size())
                .isZero();
        assertThat(run("home", "exceptions", "export")).isZero();
        Path exported = Files.writeString(folder.resolve("exceptions.yaml"), out.toString());
        assertThat(run("home", "exceptions", "import", exported.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("0 taken over");
        assertThat(run("empty", "exceptions", "import", exported.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("1 taken over, 0 not");
    }

    @Test
    void what_a_foreign_list_does_not_say_must_be_said() throws IOException {
        Path list = Files.writeString(folder.resolve("empty.yaml"), "Mutelist: {Accounts: {}}\n");
        assertThat(run("home", "exceptions", "import", list.toString(), "--from", "prowler"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--reason");
        assertThat(run("home", "exceptions", "import", list.toString(), "--from", "scoutsuite"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--account");
        assertThat(run(
                        "home",
                        "exceptions",
                        "import",
                        folder.resolve("nowhere.yaml").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no file");
        assertThat(run("home", "exceptions", "import", list.toString())).isEqualTo(1);
        assertThat(run("home", "exceptions")).isEqualTo(2);
    }
}
