package io.plumbline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How little a day adds to the files of the days before, and when a table is written anew. */
class SharingTest {
    private static final TableSchema THING = Days.schema("aws_thing", Column.of("value", "VARCHAR"));
    private static final int ROWS = 6_000;

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

    /** Rows of which those with a number in the list have another value. */
    private static List<Map<String, Object>> rows(List<Integer> changed) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> Days.row(
                        i % 2 == 0 ? "us-east-1" : "eu-west-1",
                        "arn:" + i,
                        Map.of("value", Hashes.sha256(i + (changed.contains(i) ? " then" : "")))))
                .toList();
    }

    private Snapshot write(int day, List<Map<String, Object>> rows) {
        return write(days, day, rows);
    }

    private static Snapshot write(Days days, int day, List<Map<String, Object>> rows) {
        return days.write(
                day,
                Map.of(THING, rows),
                List.of(Days.read(day, "aws_thing", "us-east-1"), Days.read(day, "aws_thing", "eu-west-1")));
    }

    private static Object inode(Snapshot snapshot, String file) throws IOException {
        return Files.getAttribute(snapshot.folder().resolve("tables").resolve(file), "unix:ino");
    }

    private static Manifest.TableFile file(Snapshot snapshot) {
        return snapshot.manifest().tables().get("aws_thing");
    }

    @Test
    void a_table_that_did_not_change_is_linked_and_its_rows_have_the_day_on_which_they_were_read() throws IOException {
        Snapshot first = write(0, rows(List.of()));
        Snapshot second = write(1, rows(List.of()).reversed());
        assertThat(inode(second, "aws_thing.parquet")).isEqualTo(inode(first, "aws_thing.parquet"));
        assertThat(file(second)).isEqualTo(file(first));
        try (Database database = Database.open()) {
            first.attach(database, Days.schemas(THING), "first");
            second.attach(database, Days.schemas(THING), "second");
            String times = "select distinct collected_at::varchar from %s.aws_thing";
            assertThat(database.text(times.formatted("first"))).isEqualTo("2026-11-01 06:00:05+00");
            assertThat(database.text(times.formatted("second"))).isEqualTo("2026-11-02 06:00:05+00");
        }
    }

    @Test
    void days_stand_on_each_other_like_the_digits_of_their_number() {
        List<Integer> changed = new ArrayList<>();
        List<List<Integer>> generations = new ArrayList<>();
        for (int day = 0; day <= 9; day++) {
            changed.addAll(List.of(day * 10, day * 10 + 3));
            Snapshot snapshot = write(day, rows(changed));
            generations.add(file(snapshot).deltas().stream()
                    .map(Manifest.Delta::generation)
                    .toList());
            assertThat(days.rows(snapshot, THING)).isEqualTo(days.given(THING, rows(changed)));
        }
        assertThat(generations)
                .containsExactly(
                        List.of(),
                        List.of(1),
                        List.of(2),
                        List.of(2, 3),
                        List.of(4),
                        List.of(4, 5),
                        List.of(4, 6),
                        List.of(4, 6, 7),
                        List.of(8),
                        List.of(8, 9));
    }

    @Test
    void a_table_that_changed_much_is_written_anew() {
        write(0, rows(List.of()));
        Snapshot second = write(
                1, rows(IntStream.range(0, ROWS).filter(i -> i % 4 > 0).boxed().toList()));
        assertThat(file(second).deltas()).isEmpty();
    }

    @Test
    void a_small_table_is_linked_if_it_is_the_same_and_else_written_anew(@TempDir Path other) throws IOException {
        try (Days home = new Days(other, new Sharing.Limits(1, Long.MAX_VALUE))) {
            Snapshot first = write(home, 0, rows(List.of()));
            Snapshot second = write(home, 1, rows(List.of()));
            Snapshot third = write(home, 2, rows(List.of(7)));
            assertThat(inode(second, "aws_thing.parquet")).isEqualTo(inode(first, "aws_thing.parquet"));
            assertThat(inode(third, "aws_thing.parquet")).isNotEqualTo(inode(first, "aws_thing.parquet"));
            assertThat(file(third).deltas()).isEmpty();
            assertThat(home.rows(third, THING)).isEqualTo(home.given(THING, rows(List.of(7))));
        }
    }

    @Test
    void only_snapshots_of_the_same_scope_share() throws IOException {
        Snapshot first = write(0, rows(List.of()));
        days.scope("something else");
        Snapshot second = write(1, rows(List.of()));
        assertThat(inode(second, "aws_thing.parquet")).isNotEqualTo(inode(first, "aws_thing.parquet"));
    }

    @Test
    void a_damaged_file_is_not_handed_on() throws IOException {
        Snapshot first = write(0, rows(List.of()));
        Path file = first.folder().resolve("tables/aws_thing.parquet");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Snapshot second = write(1, rows(List.of()));
        assertThat(second.damage(true)).isEmpty();
        assertThat(days.rows(second, THING)).hasSize(ROWS);
    }
}
