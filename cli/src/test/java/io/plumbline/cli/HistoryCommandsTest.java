package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.SnapshotIds;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands on a home with several snapshots: copies of a scan of the estate, aged, damaged and thrown away. */
class HistoryCommandsTest {
    private static final Path RECORDING = Path.of("../estate/src/main/resources/io/plumbline/estate/recording");
    private static final String NOW = "2026-11-20T06-00-00Z";
    private static final String EARLIER = "2026-11-19T06-00-00Z";

    @TempDir
    private static Path made;

    @TempDir
    private Path home;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** One scan serves all tests: a snapshot is a folder, and a folder can be copied. */
    @BeforeEach
    void copy_the_scan() throws IOException {
        Path one = made.resolve("home");
        if (!Files.exists(one)) {
            CommandRun scan = CommandRun.of(
                    one, made, List.of("scan", "--replay", RECORDING.toString(), "--rules", "kms-cmk-rotation"));
            assertThat(scan.code()).as(scan.err()).isZero();
        }
        for (Path file : files(one.resolve("snapshots"))) {
            Path to = home.resolve("snapshots").resolve(one.resolve("snapshots").relativize(file));
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return line.execute(all.toArray(String[]::new));
    }

    private String scope() {
        return new SnapshotStore(home).get(NOW).manifest().scope();
    }

    private void older(String id) throws IOException {
        OlderScan.make(home, NOW, id, scope(), Map.of());
    }

    private void damage(String id, String file) throws IOException {
        Path path = home.resolve("snapshots").resolve(id).resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        Files.delete(path);
        Files.write(path, bytes);
    }

    @Test
    void prune_says_what_it_deletes_and_why_the_rest_stays() throws IOException {
        older(EARLIER);
        older("2026-11-18T06-00-00Z");
        older("2026-11-17T06-00-00Z");
        assertThat(run("snapshots", "keep", "2026-11-17T06-00-00Z"))
                .as(err.toString())
                .isZero();
        assertThat(run("snapshots")).isZero();
        assertThat(out.toString()).contains("(kept)");
        assertThat(run("snapshots", "prune", "--keep-last", "1", "--dry-run", "--format", "json"))
                .as(err.toString())
                .isZero();
        JsonNode plan = JsonMapper.shared().readTree(out.toString());
        assertThat(plan.path("deleted").toString()).isEqualTo("[\"2026-11-18T06-00-00Z\",\"" + EARLIER + "\"]");
        assertThat(plan.path("freedBytes").asLong()).isPositive();
        assertThat(new SnapshotStore(home).ids()).hasSize(4);
        assertThat(run("snapshots", "prune", "--keep-last", "1")).isZero();
        assertThat(out.toString())
                .contains(
                        EARLIER + "     deleted",
                        "2026-11-17T06-00-00Z     kept: kept by hand",
                        "Deleted 2 snapshots, freed ");
        assertThat(new SnapshotStore(home).ids()).containsExactly("2026-11-17T06-00-00Z", NOW);
        assertThat(run("snapshots", "keep", "2026-11-17T06-00-00Z", "--release"))
                .isZero();
        assertThat(run("snapshots", "prune", "--keep-last", "1")).isZero();
        assertThat(new SnapshotStore(home).ids()).containsExactly(NOW);
        assertThat(run("snapshots", "prune")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--keep-daily");
    }

    @Test
    void a_damaged_table_is_named_and_the_others_can_be_asked() throws IOException {
        damage(NOW, "tables/aws_kms_key.parquet");
        assertThat(run("snapshots")).isZero();
        assertThat(out.toString()).doesNotContain("damaged");
        assertThat(run("snapshots", "--check")).isZero();
        assertThat(out.toString()).contains("damaged: tables/aws_kms_key.parquet is not the file that was written");
        assertThat(run("query", "select count(*) from aws_account", "--format", "csv"))
                .as(err.toString())
                .isZero();
        assertThat(run("query", "select count(*) from aws_kms_key")).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("is damaged", "aws_kms_key.parquet", "other tables can be asked");
        assertThat(run("assess", "--rules", "kms-cmk-rotation")).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("aws_kms_key.parquet").doesNotContain("unexpected trouble");
        Files.writeString(home.resolve("snapshots").resolve(NOW).resolve("tables/aws_kms_key.parquet"), "");
        assertThat(run("snapshots")).isZero();
        assertThat(out.toString()).contains("damaged: tables/aws_kms_key.parquet", "it has 0 bytes");
    }

    @Test
    void without_the_journal_the_tables_can_be_asked_but_not_when_they_were_read() throws IOException {
        damage(NOW, "journal.parquet");
        assertThat(run(
                        "query",
                        "select count(*) as n, count(collected_at) as known from aws_account",
                        "--format",
                        "csv"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).isEqualTo("n,known\r\n8,0\r\n");
        assertThat(err.toString()).contains("journal.parquet is not the file that was written", "collected_at is null");
        assertThat(run("query", "select count(*) from journal")).isEqualTo(ExitCode.ERROR);
        assertThat(run("assess", "--rules", "kms-cmk-rotation")).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("journal.parquet").doesNotContain("unexpected trouble");
    }

    @Test
    void a_manifest_that_cannot_be_read_is_marked_and_the_others_are_listed() throws IOException {
        older(EARLIER);
        Files.writeString(home.resolve("snapshots").resolve(EARLIER).resolve("manifest.json"), "{");
        assertThat(run("snapshots")).isZero();
        assertThat(out.toString()).contains(NOW, EARLIER, "damaged: Snapshot ");
        assertThat(run("snapshots", "--format", "json")).isZero();
        assertThat(JsonMapper.shared().readTree(out.toString()).path("snapshots"))
                .hasSize(2);
        assertThat(run("snapshots", "prune", "--keep-last", "1")).isZero();
        assertThat(out.toString()).contains(EARLIER + "     kept: damaged");
    }

    @Test
    void diff_tells_changes_field_by_field_within_a_hundred_columns() throws IOException {
        OlderScan.make(
                home,
                NOW,
                EARLIER,
                scope(),
                Map.of(
                        "aws_kms_key",
                        List.of(
                                "create table pattern as select rotation from aws_kms_key where rotation.key_rotation_enabled limit 1",
                                "update aws_kms_key set rotation = (from pattern) where not rotation.key_rotation_enabled")));
        assertThat(run("diff", EARLIER, NOW)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "changed  aws_kms_key  arn:aws:kms:",
                        "rotation.key_rotation_enabled: true → false",
                        "Not compared");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100 || line.startsWith("changed"));
        assertThat(run("diff", EARLIER, NOW, "--format", "json")).isZero();
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.path("changes")
                        .get(0)
                        .path("fields")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("rotation.key_rotation_enabled");
        assertThat(json.path("notCompared").isEmpty()).isFalse();
    }

    @Test
    void a_clock_that_jumps_back_makes_no_id_twice_and_changes_no_order() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        List<String> ids = new java.util.ArrayList<>();
        for (long minutes : new long[] {0, 0, -60, -1440, 0, 1, -5}) {
            ids.add(SnapshotIds.fresh(noon.plusSeconds(60 * minutes), ids));
        }
        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(SnapshotIds.ORDER);
        assertThat(ids.getFirst()).isEqualTo("2026-11-20T12-00-00Z");
        assertThat(ids.get(5)).isEqualTo("2026-11-20T12-01-00Z");
    }
}
