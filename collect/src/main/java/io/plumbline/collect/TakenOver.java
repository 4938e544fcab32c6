package io.plumbline.collect;

import io.plumbline.snapshot.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run does not read because earlier snapshots have it, {@code HOME/runs/ID/taken}: rows and journal of those cells as Parquet, and
 * what the manifest is to say of them. It is decided once; a run that is resumed finds it there.
 *
 * @param folder where the files are
 * @param rest what else the snapshot needs to know
 * @param planned ids of the run's own cells that are not read again
 */
record TakenOver(Path folder, Rest rest, Set<String> planned) {
    static final String FOLDER = "taken";
    static final String JOURNAL = "journal";
    private static final String HEAD = "taken.json";
    private static final String CELLS = "cells.txt";

    /**
     * What else the snapshot needs to know.
     *
     * @param scope the words for what the snapshot is of, if it is more than what the scan was of
     * @param accounts accounts that the scan was not of
     * @param regions regions that the scan was not of, by account
     * @param tables tables that the scan was not of
     * @param focus of the tables taken over, as in {@link Manifest}
     * @param from ids of the snapshots
     * @param cells how many are taken over, those that the scan was not of included
     * @param oldest when the oldest of them was read
     */
    record Rest(
            Optional<String> scope,
            List<Manifest.Account> accounts,
            SortedMap<String, List<String>> regions,
            List<String> tables,
            Map<String, List<String>> focus,
            List<String> from,
            long cells,
            Optional<Instant> oldest) {}

    /** A run that reads everything. */
    static TakenOver none(Path run) {
        return new TakenOver(
                run.resolve(FOLDER),
                new Rest(
                        Optional.empty(),
                        List.of(),
                        new java.util.TreeMap<>(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        0,
                        Optional.empty()),
                Set.of());
    }

    boolean holds(Cell cell) {
        return planned.contains(cell.id());
    }

    /** Where the rows of a table, or the {@link #JOURNAL}, go that are taken from one snapshot. */
    static Path file(Path folder, String table, String snapshot) {
        return folder.resolve(table + "@" + snapshot + ".parquet");
    }

    /** The files of a table, or of the {@link #JOURNAL}, in the folder of a run. */
    static List<Path> files(Path run, String table) {
        Path folder = run.resolve(FOLDER);
        if (!Files.exists(folder.resolve(HEAD))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(table + "@"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /** What was decided before the run was killed. */
    static Optional<TakenOver> load(Path run) {
        Path folder = run.resolve(FOLDER);
        Path head = folder.resolve(HEAD);
        if (!Files.exists(head)) {
            return Optional.empty();
        }
        try {
            Rest rest = JsonMapper.shared().readValue(Files.readAllBytes(head), Rest.class);
            return Optional.of(new TakenOver(folder, rest, new HashSet<>(Files.readAllLines(folder.resolve(CELLS)))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    /** Keeps the decision; the files are there already. */
    void save() throws IOException {
        Files.write(folder.resolve(CELLS), planned);
        Path unfinished = folder.resolve(HEAD + ".new");
        Files.write(unfinished, JsonMapper.shared().writeValueAsBytes(rest));
        Files.move(unfinished, folder.resolve(HEAD));
    }
}
