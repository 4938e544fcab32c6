package io.plumbline.collect;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.SnapshotIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The scans of a home that have not ended, {@code HOME/runs}: what each set out to do stands in its {@code run.json}. */
final class UnfinishedRuns {
    private static final String START = "run.json";

    private final Path folder;

    UnfinishedRuns(Path home) {
        this.folder = home.resolve("runs");
    }

    /**
     * What a run set out to do.
     *
     * @param recording where it records; empty if it does not
     * @param replayed the folder of the recording that it reads instead of AWS
     * @param changedSince cells younger than this are taken over from earlier snapshots; empty if everything is read
     */
    record Start(
            ScanRequest request,
            List<Need> needs,
            Optional<RecordingPlace> recording,
            Optional<String> replayed,
            Optional<Duration> changedSince) {
        Start {
            // A run of an earlier version has none of them.
            recording = Objects.requireNonNullElse(recording, Optional.empty());
            replayed = Objects.requireNonNullElse(replayed, Optional.empty());
            changedSince = Objects.requireNonNullElse(changedSince, Optional.empty());
        }

        /** One that reads everything. */
        Start(ScanRequest request, List<Need> needs, Optional<RecordingPlace> recording, Optional<String> replayed) {
            this(request, needs, recording, replayed, Optional.empty());
        }
    }

    /**
     * Where a run records, and what its tokens hang on.
     *
     * @param folder an absolute path
     * @param salt of its {@link Redactor}; it is forgotten with the run
     */
    record RecordingPlace(String folder, String salt) {}

    Path folder(String id) {
        return folder.resolve(id);
    }

    /** Ids, oldest first. */
    List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve(START)))
                    .map(child -> child.getFileName().toString())
                    .sorted(SnapshotIds.ORDER)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    void write(Start start) throws IOException {
        // Whole or not at all: half of one would be a run that nobody can go on with.
        Path file = folder(start.request().id()).resolve(START);
        Path half = file.resolveSibling(START + ".new");
        Files.write(half, JsonMapper.shared().writeValueAsBytes(start));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What a run set out to do.
     *
     * @param id the run; empty for the newest
     * @throws BadInput if there is none, or a kill left nothing that can be read
     */
    Start read(Optional<String> id) {
        List<String> ids = ids();
        if (ids.isEmpty() || id.isPresent() && !ids.contains(id.get())) {
            throw new BadInput("There is no unfinished scan"
                    + id.map(text -> " '" + text + "'").orElse("") + " in " + folder
                    + (ids.isEmpty() ? "." : ". Unfinished: " + String.join(", ", ids) + "."));
        }
        Path file = folder(id.orElse(ids.getLast())).resolve(START);
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), Start.class);
        } catch (JacksonException e) {
            throw new BadInput(
                    "The scan cannot be resumed: " + file + " cannot be read (" + e.getOriginalMessage()
                            + "). Start a new scan; finished snapshots are not affected.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
