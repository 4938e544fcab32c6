package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan into a disk that is too small, sooner or later in the scan; then there is room, and it goes on. Where one may be mounted. */
class FullDiskScanTest {
    private static final Path RECORDING = Path.of("../estate/src/main/resources/io/plumbline/estate/recording");
    private static final String RULES = "kms-cmk-rotation,sg-no-public-ssh,sg-no-public-rdp";

    @TempDir
    private Path folder;

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"60k", "140k"})
    void the_scan_says_so_and_goes_on_when_there_is_room(String size) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", home.toString()),
                "nothing may be mounted here");
        try {
            CommandRun full =
                    CommandRun.of(home, folder, List.of("scan", "--replay", RECORDING.toString(), "--rules", RULES));
            assertThat(full.code()).as(full.err()).isEqualTo(ExitCode.ERROR);
            assertThat(full.err()).contains("No space left on device", "make room", "plumbline scan --resume");
            assertThat(new SnapshotStore(home).ids()).isEmpty();
            assertThat(run("mount", "-o", "remount,size=50m", home.toString())).isTrue();
            CommandRun rest = CommandRun.of(home, folder, List.of("scan", "--resume", "--rules", RULES));
            assertThat(rest.code()).as(rest.err()).isZero();
            assertThat(new SnapshotStore(home).newest().orElseThrow().damage(true))
                    .isEmpty();
        } finally {
            assertThat(run("umount", home.toString())).isTrue();
        }
    }
}
