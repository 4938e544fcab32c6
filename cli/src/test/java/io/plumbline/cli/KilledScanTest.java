package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scan that is killed, a process of its own as SIGKILL finds it, and gone on with: it ends with what an uninterrupted one reads, and
 * asks nothing again that a finished cell had been told. It is recorded all the while, and its recording replays as if nothing had been.
 *
 * <p>{@code -Dplumbline.kills=10} kills more often, {@code -Dplumbline.kills.seed=N} at other moments.
 */
@ExtendWith(Moto.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledScanTest {
    private static final String RULES =
            "iam-user-mfa-console,iam-access-key-rotation-90d,kms-cmk-rotation,cloudtrail-bucket-access-logging,sg-no-public-ssh";

    @TempDir
    static Path folder;

    private Map<String, List<String>> whole = Map.of();
    private int requests;

    /** A share of the answers comes late, so that cells end in another order each time. */
    private static FaultProxy proxy(Moto moto) throws IOException {
        return FaultProxy.before(moto, Fault.SLOW.when(asked -> asked.identity().hashCode() % 4 == 0));
    }

    private static String accounts(Moto moto) {
        return String.join(",", moto.account("management"), moto.account("prod"), moto.account("dev"));
    }

    @BeforeAll
    void scan_without_interruption(Moto moto) throws IOException {
        try (FaultProxy proxy = proxy(moto)) {
            CommandRun run = CommandRun.scan(
                    proxy,
                    folder.resolve("whole"),
                    List.of("--strict", "--accounts", accounts(moto), "--rules", RULES));
            assertThat(run.code()).as(run.err()).isZero();
            requests = proxy.answered();
        }
        whole = SnapshotRows.of(folder.resolve("whole").resolve("home"));
    }

    /** Parts of the way, in thousandths; the last is when everything has been answered and the snapshot is to be written. */
    static Stream<Integer> moments() {
        int kills = Integer.getInteger("plumbline.kills", 3);
        Random random = new Random(Long.getLong("plumbline.kills.seed", 12));
        return Stream.concat(random.ints(1, 1000).distinct().limit(kills - 1).boxed(), Stream.of(1000));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void a_killed_scan_goes_on_where_it_was(int moment, Moto moto) throws IOException, InterruptedException {
        Path place = folder.resolve("killed-at-" + moment);
        Path home = place.resolve("home");
        Files.createDirectories(place);
        try (FaultProxy proxy = proxy(moto)) {
            killAfter(Math.max(1, requests * moment / 1000), proxy, accounts(moto), place);
            proxy.awaitQuiet();
            int before = proxy.answered();
            long kept = requestsOfFinishedCells(home);
            assertThat(kept).isBetween(moment == 1000 ? 1L : 0L, (long) requests);
            CommandRun run = CommandRun.of(home, place, List.of("scan", "--resume", "--strict", "--rules", RULES));
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(proxy.answered() - before)
                    .as("requests of the resumed scan, of %d in all, %d of them kept", requests, kept)
                    .isEqualTo(requests - (int) kept);
        }
        assertThat(SnapshotRows.of(home)).isEqualTo(whole);
        assertThat(home.resolve("runs")).isEmptyDirectory();
        Path replayed = place.resolve("replayed");
        CommandRun replay = CommandRun.of(
                replayed.resolve("home"),
                replayed,
                List.of("scan", "--replay", place.resolve("recording").toString(), "--strict", "--rules", RULES));
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(SnapshotRows.of(replayed.resolve("home"))).isEqualTo(whole);
        assertThat(replayed.resolve("plumbline.json")).hasSameBinaryContentAs(place.resolve("plumbline.json"));
    }

    @Test
    void an_interrupted_scan_writes_no_snapshot_and_goes_on_where_it_was(Moto moto)
            throws IOException, InterruptedException {
        Path place = folder.resolve("interrupted");
        Path home = place.resolve("home");
        try (FaultProxy proxy = proxy(moto)) {
            List<CommandRun> runs = new ArrayList<>();
            Thread scan = Thread.ofPlatform()
                    .start(() -> runs.add(CommandRun.scan(
                            proxy, place, List.of("--strict", "--accounts", accounts(moto), "--rules", RULES))));
            while (scan.isAlive() && proxy.answered() < requests / 2) {
                Thread.sleep(2);
            }
            scan.interrupt();
            scan.join();
            assertThat(runs).hasSize(1).allSatisfy(run -> {
                assertThat(run.code()).isEqualTo(ExitCode.ERROR);
                assertThat(run.err()).contains("The scan was interrupted. Go on with: plumbline scan --resume");
            });
            assertThat(new SnapshotStore(home).ids()).isEmpty();
            CommandRun resumed = CommandRun.of(home, place, List.of("scan", "--resume", "--strict", "--rules", RULES));
            assertThat(resumed.code()).as(resumed.err()).isZero();
        }
        assertThat(SnapshotRows.of(home)).isEqualTo(whole);
    }

    private static void killAfter(int answers, FaultProxy proxy, String accounts, Path place)
            throws IOException, InterruptedException {
        Path log = place.resolve("killed.log");
        List<String> command = JavaProcess.command();
        command.addAll(List.of(
                "scan", "--organization", "--regions", Moto.REGIONS, "--endpoint-url", proxy.url(), "--rules", RULES));
        command.addAll(List.of("--accounts", accounts));
        command.addAll(List.of("--home", place.resolve("home").toString(), "--output", place.toString()));
        command.addAll(List.of("--record", place.resolve("recording").toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("PLUMBLINE_"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        Moto.ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY",
                        Moto.SECRET_KEY,
                        "AWS_REGION",
                        "us-east-1"));
        Process scan = builder.start();
        try {
            while (scan.isAlive() && proxy.answered() < answers) {
                Thread.sleep(2);
            }
        } finally {
            scan.destroyForcibly().waitFor();
        }
        assertThat(scan.exitValue())
                .as("killed and not ended by itself:\n" + Files.readString(log))
                .isEqualTo(128 + 9);
    }

    /** What the run's journal says of the cells that were finished when the scan was killed. */
    private static long requestsOfFinishedCells(Path home) throws IOException {
        try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
            Path journal = runs.toList().getFirst().resolve("journal.log");
            long calls = 0;
            for (String line : Files.readString(journal).split("\n")) {
                // The kill may have torn the last line in two; the scan throws such a line away as well.
                if (line.endsWith("}")) {
                    for (JsonNode entry : JsonMapper.shared().readTree(line).path("entries")) {
                        calls += entry.path("calls").asLong();
                    }
                }
            }
            return calls;
        }
    }
}
