package io.plumbline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a policy keeps, and that a crash in its midst leaves whole snapshots only. */
class PruningTest {
    private static final TableSchema THING = Days.schema("aws_thing");
    private static final Retention LAST = new Retention(1, 0, 0, 0);

    @TempDir
    private Path home;

    private Days days = Days.at(Path.of("unused"));

    @BeforeEach
    void open() {
        days.close();
        days = Days.at(home);
    }

    @AfterEach
    void close() {
        days.close();
    }

    private void write(int... on) {
        for (int day : on) {
            days.write(
                    day,
                    Map.of(THING, List.of(Days.row("us-east-1", "arn:1", Map.of()))),
                    List.of(Days.read(day, "aws_thing", "us-east-1")));
        }
    }

    private static List<String> ids(int... on) {
        return java.util.Arrays.stream(on).mapToObj(Days::id).toList();
    }

    @Test
    void days_weeks_and_months_keep_their_last_snapshot() {
        // 2026-11-01 is a Sunday.
        write(0, 1, 2, 7, 8, 9, 28, 29, 30, 31);
        assertThat(Pruning.of(days.store(), new Retention(0, 2, 3, 2), Set.of()).kept())
                .containsOnlyKeys(ids(9, 28, 29, 30, 31))
                .containsEntry(Days.id(31), "the newest of its scope")
                .containsEntry(Days.id(30), "the last of its day")
                .containsEntry(Days.id(29), "the last of its month")
                .containsEntry(Days.id(28), "the last of its week")
                .containsEntry(Days.id(9), "the last of its week");
    }

    @Test
    void what_findings_refer_to_and_what_a_person_keeps_stays() {
        write(0, 1, 2, 3);
        Pins.set(days.store().get(Days.id(1)), true);
        Pruning pruning = Pruning.of(days.store(), LAST, Set.of(Days.id(0)));
        assertThat(pruning.deleted()).isEqualTo(ids(2));
        assertThat(pruning.kept())
                .containsEntry(Days.id(0), "findings refer to it")
                .containsEntry(Days.id(1), "kept by hand");
    }

    @Test
    void each_scope_keeps_its_newest() {
        write(0, 1);
        days.scope("another");
        write(2, 3);
        assertThat(Pruning.of(days.store(), LAST, Set.of()).deleted()).isEqualTo(ids(0, 2));
    }

    @Test
    void what_is_shared_frees_nothing() throws IOException {
        write(0, 1);
        Pruning pruning = Pruning.of(days.store(), LAST, Set.of());
        Path first = home.resolve("snapshots").resolve(Days.id(0));
        assertThat(pruning.freed())
                .isEqualTo(Files.size(first.resolve("manifest.json")) + Files.size(first.resolve("journal.parquet")));
        pruning.delete(days.store());
        assertThat(days.rows(days.store().get(Days.id(1)), THING)).hasSize(1);
    }

    @Test
    void a_crash_in_the_midst_of_deleting_or_replacing_leaves_whole_snapshots_only() throws IOException {
        write(0, 1, 2);
        Path snapshots = home.resolve("snapshots");
        Files.move(snapshots.resolve(Days.id(0)), snapshots.resolve(".gone-" + Days.id(0)));
        Files.delete(snapshots.resolve(".gone-" + Days.id(0)).resolve("journal.parquet"));
        Files.move(snapshots.resolve(Days.id(1)), snapshots.resolve(".old-" + Days.id(1)));
        assertThat(days.store().ids()).isEqualTo(ids(2));
        days.store().recover();
        assertThat(days.store().ids()).isEqualTo(ids(1, 2));
        assertThat(days.store().get(Days.id(1)).damage(true)).isEmpty();
        assertThat(snapshots.resolve(".gone-" + Days.id(0))).doesNotExist();
    }

    @Test
    void the_first_layout_still_opens() throws IOException {
        Path folder = home.resolve("snapshots").resolve("2026-10-01T00-00-00Z");
        Files.createDirectories(folder.resolve("tables"));
        Path table = folder.resolve("tables/aws_thing.parquet");
        Path journal = folder.resolve("journal.parquet");
        try (Database database = Database.open()) {
            String columns = TableWriter.empty(THING.columns());
            database.execute("copy (" + columns + " union all by name select 'us-east-1' as region, 'arn:1' as arn,"
                    + " timestamptz '2026-10-01 00:00:07Z' as collected_at) to '" + table + "'");
            database.execute(
                    "copy (" + TableWriter.empty(JournalEntry.COLUMNS.subList(0, 12)) + ") to '" + journal + "'");
        }
        Files.writeString(folder.resolve("manifest.json"), """
                {"format": 1, "id": "2026-10-01T00-00-00Z", "now": "2026-10-01T00:00:00Z", "finished": "2026-10-01T00:01:00Z",
                 "version": "0.0.9", "partition": "aws", "caller": "arn:aws:iam::210000000001:root",
                 "scope": "organization; all enabled regions", "accounts": [], "focus": {},
                 "tables": {"aws_thing": {"rows": 1, "bytes": %d, "sha256": "%s"}},
                 "journal": {"rows": 0, "bytes": %d, "sha256": "%s"}}""".formatted(
                        Files.size(table), Hashes.sha256(table), Files.size(journal), Hashes.sha256(journal)));
        try (Database database = Database.open()) {
            days.store().get("2026-10-01T00-00-00Z").attach(database, Days.schemas(THING));
            assertThat(database.text("select arn || ' ' || collected_at from aws_thing"))
                    .isEqualTo("arn:1 2026-10-01 00:00:07+00");
            assertThat(database.number("select count(*) from journal where taken_from is null"))
                    .isZero();
        }
        write(0);
        assertThat(days.store().get(Days.id(0)).damage(true)).isEmpty();
    }
}
