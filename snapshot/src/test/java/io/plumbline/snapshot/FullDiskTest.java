package io.plumbline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is too small for the next snapshot: a file system of a megabyte in memory, where one may be mounted. */
class FullDiskTest {
    private static final TableSchema THING = Days.schema("aws_thing", Column.of("value", "VARCHAR"));

    @TempDir
    private Path folder;

    private static List<Map<String, Object>> rows(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Days.row("us-east-1", "arn:" + i, Map.of("value", Hashes.sha256("row " + i))))
                .toList();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void the_trouble_is_told_and_the_snapshot_before_is_as_it_was() throws IOException, InterruptedException {
        Path snapshots = Files.createDirectories(folder.resolve("snapshots"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", snapshots.toString()),
                "nothing may be mounted here");
        try (Days days = Days.at(folder)) {
            List<Map<String, Object>> journal = List.of(Days.read(0, "aws_thing", "us-east-1"));
            Snapshot before = days.write(0, Map.of(THING, rows(100)), journal);
            assertThatThrownBy(() -> days.write(1, Map.of(THING, rows(60_000)), journal))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Cannot write the snapshot")
                    .hasMessageContaining("No space left on device");
            assertThat(days.store().ids()).containsExactly(Days.id(0));
            assertThat(before.damage(true)).isEmpty();
            assertThat(days.rows(before, THING)).hasSize(100);
            // What was half written gave its room back: a small one fits.
            days.write(2, Map.of(THING, rows(101)), journal);
            assertThat(days.store().ids()).hasSize(2);
        } finally {
            assertThat(run("umount", snapshots.toString())).isTrue();
        }
    }
}
