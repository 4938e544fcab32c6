package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Recording;
import io.plumbline.collect.ScanPolicy;
import io.plumbline.collect.Scanner;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policy that {@code permissions --all} prints, held against tables that are not ours: {@code src/test/permissions/guard.py} stands
 * between the scan and the recording of every type, and denies every request whose action the policy does not name.
 */
class LeastPrivilegeTest {
    private static final Path PYTHON = Path.of("../.venv/bin/python");

    /** Asking AWS to write a report counts as reading in IAM's own table for one and not for the other. */
    private static final Set<String> REPORTS =
            Set.of("iam:GenerateCredentialReport", "iam:GenerateServiceLastAccessedDetails");

    private final AwsTypes types = AwsTypes.load();
    private final ScanPolicy policy = ScanPolicy.all(types.sources());

    @TempDir
    private Path folder;

    /** What the scan's journal says was denied, and what the guard saw. */
    private record Outcome(List<String> denied, JsonNode guard) {}

    private Outcome scan(String document, List<Need> needs) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("policy.json"), document);
        Recording recording = TypesRecording.open();
        try (ReplayServer server = ReplayServer.start(recording)) {
            Process guard = new ProcessBuilder(
                            PYTHON.toString(), "src/test/permissions/guard.py", file.toString(), server.url())
                    .redirectError(folder.resolve("guard.log").toFile())
                    .start();
            try (BufferedReader said = guard.inputReader(StandardCharsets.UTF_8)) {
                String url = said.readLine();
                assertThat(url).as(() -> "the guard did not start: " + log()).startsWith("http");
                Scanner scanner = new Scanner(
                                folder.resolve("home"), types.sources(), types, "test", Progress.none(), no -> "")
                        .startingWith("AKIAGUARDGUARDGUARD0", "guard");
                Snapshot snapshot = scanner.scan(recording.head().request().at(url), needs);
                guard.outputWriter().close();
                return new Outcome(denied(snapshot), JsonMapper.shared().readTree(said.readLine()));
            } finally {
                guard.destroy();
                guard.waitFor();
            }
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("guard.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> denied(Snapshot snapshot) {
        try (Database database = Database.open()) {
            snapshot.attach(database, types);
            return database.query(
                    "select distinct action from journal where status = 'denied' order by 1", row -> row.getString(1));
        }
    }

    @Test
    void the_policy_for_everything_is_enough_and_reads_only() throws Exception {
        Outcome outcome = scan(policy.json(), TypesRecording.everything(types));
        assertThat(outcome.guard().get("unknown").valueStream().map(JsonNode::asString))
                .as("requests for which the tables have no action")
                .isEmpty();
        assertThat(outcome.guard().get("denied").valueStream().map(JsonNode::asString))
                .as("actions that a scan takes and the policy lacks")
                .isEmpty();
        assertThat(outcome.denied()).isEmpty();
        Set<String> changing = outcome.guard()
                .get("levels")
                .propertyStream()
                .filter(level ->
                        !Set.of("Read", "List").contains(level.getValue().asString()))
                .map(java.util.Map.Entry::getKey)
                .filter(action -> !REPORTS.contains(action))
                .collect(Collectors.toSet());
        assertThat(changing).as("actions that do more than read").isEmpty();
        Set<String> existing = outcome.guard()
                .get("levels")
                .propertyStream()
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(policy.actions())
                .as("actions of the policy that the reference does not know")
                .allMatch(action -> existing.contains(action));
        Set<String> used = outcome.guard()
                .get("seen")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        assertThat(policy.actions().stream().filter(action -> !used.contains(action)))
                .as("actions that the policy names and a scan of everything does not take")
                .isEmpty();
    }

    @Test
    void an_action_taken_away_is_missed_by_name() throws Exception {
        List<Need> buckets = TypesRecording.everything(types).stream()
                .filter(need -> need.table().equals("aws_s3_bucket"))
                .toList();
        Outcome outcome = scan(policy.json().replace("\"s3:GetEncryptionConfiguration\",", ""), buckets);
        assertThat(outcome.guard().get("denied").valueStream().map(JsonNode::asString))
                .containsExactly("s3:GetEncryptionConfiguration");
        assertThat(outcome.denied()).containsExactly("s3:GetEncryptionConfiguration");
    }
}
