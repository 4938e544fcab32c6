package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedRunsTest {
    @TempDir
    private Path home;

    private static ScanRequest request(String id) {
        return new ScanRequest(
                id,
                Instant.EPOCH,
                "eu-west-1",
                List.of("a"),
                true,
                List.of("111122223333"),
                "R",
                Optional.of("x"),
                List.of(),
                List.of("k=v"),
                Set.of("eu-west-1"),
                Set.of(),
                Optional.empty(),
                Optional.of(2.5),
                true);
    }

    private UnfinishedRuns.Start write(String id, Optional<UnfinishedRuns.RecordingPlace> recording)
            throws IOException {
        UnfinishedRuns runs = new UnfinishedRuns(home);
        Files.createDirectories(runs.folder(id));
        UnfinishedRuns.Start start = new UnfinishedRuns.Start(request(id), List.of(), recording, Optional.empty());
        runs.write(start);
        return start;
    }

    private void resume(String id, Path recording) {
        new Scanner(home, List.of(), List::of, "test", Progress.none(), question -> "")
                .resume(Optional.of(id), Optional.of(recording));
    }

    @Test
    void a_run_is_read_as_it_was_written() throws IOException {
        UnfinishedRuns.Start one = write("1", Optional.of(new UnfinishedRuns.RecordingPlace("/somewhere", "salt")));
        UnfinishedRuns.Start two = write("2", Optional.empty());
        UnfinishedRuns runs = new UnfinishedRuns(home);
        assertThat(runs.ids()).containsExactly("1", "2");
        assertThat(runs.read(Optional.of("1"))).isEqualTo(one);
        assertThat(runs.read(Optional.empty())).isEqualTo(two);
    }

    @Test
    void a_run_of_a_version_that_did_not_remember_its_recording_is_read_too() throws IOException {
        write("1", Optional.empty());
        Path file = home.resolve("runs/1/run.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceAll(",\"recording\":null", "").replaceAll(",\"replayed\":null", ""));
        assertThat(Files.readString(file)).isNotEqualTo(text).doesNotContain("recording", "replayed");
        assertThat(new UnfinishedRuns(home).read(Optional.empty()).recording()).isEmpty();
    }

    @Test
    void what_cannot_be_gone_on_with_is_told() throws IOException {
        UnfinishedRuns runs = new UnfinishedRuns(home);
        assertThatThrownBy(() -> runs.read(Optional.empty()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no unfinished scan");
        write("1", Optional.empty());
        assertThatThrownBy(() -> runs.read(Optional.of("7")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'7'")
                .hasMessageContaining("Unfinished: 1");
        Files.writeString(home.resolve("runs/1/run.json"), "{\"request\":{\"id\"");
        assertThatThrownBy(() -> runs.read(Optional.empty()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("run.json")
                .hasMessageContaining("Start a new scan");
    }

    @Test
    void a_run_records_where_it_began_to_or_not_at_all() throws IOException {
        write("1", Optional.empty());
        assertThatThrownBy(() -> resume("1", home.resolve("recording")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("was not recorded from its start")
                .hasMessageContaining("Go on without --record");
        write("2", Optional.of(new UnfinishedRuns.RecordingPlace("/somewhere", "salt")));
        assertThatThrownBy(() -> resume("2", home.resolve("recording")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("records into /somewhere and not into");
    }
}
