package io.plumbline.snapshot;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The snapshots of a home: {@code HOME/snapshots/ID}. One appears there whole, by a rename, or not at all. */
public final class SnapshotStore {
    private final Path folder;

    public SnapshotStore(Path home) {
        this.folder = home.resolve("snapshots");
    }

    /** Ids of the whole snapshots, oldest first. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(Snapshot.MANIFEST)))
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    public Optional<Snapshot> newest() {
        return ids().stream().max(Comparator.naturalOrder()).map(this::get);
    }

    /**
     * One snapshot by id.
     *
     * @throws BadInput if there is none of that id, naming those that exist
     */
    public Snapshot get(String id) {
        List<String> known = ids();
        if (!known.contains(id)) {
            throw new BadInput("There is no snapshot '" + id + "' in " + folder + ". "
                    + (known.isEmpty()
                            ? "It holds none yet: run `plumbline scan` or `plumbline demo`."
                            : "It holds: " + String.join(", ", known) + "."));
        }
        return Snapshot.open(folder.resolve(id));
    }

    /** Writes the tables and the journal into a hidden folder; the rename at the end makes it a snapshot. */
    public Snapshot write(
            Manifest manifest, Map<TableSchema, List<Path>> tables, List<Path> journal, Database database) {
        Path building = folder.resolve("." + manifest.id());
        Path finished = folder.resolve(manifest.id());
        try {
            deleteTree(building);
            Files.createDirectories(building.resolve("tables"));
            TableWriter writer = new TableWriter(database);
            Map<String, Manifest.TableFile> files = new TreeMap<>();
            for (Map.Entry<TableSchema, List<Path>> table : tables.entrySet()) {
                String name = table.getKey().name();
                Path parquet = building.resolve("tables").resolve(name + ".parquet");
                files.put(name, writer.write(table.getKey(), table.getValue(), parquet));
            }
            Manifest.TableFile journalFile = writer.writeJournal(journal, building.resolve("journal.parquet"));
            Manifest whole = new Manifest(
                    manifest.format(),
                    manifest.id(),
                    manifest.now(),
                    manifest.finished(),
                    manifest.version(),
                    manifest.partition(),
                    manifest.caller(),
                    manifest.scope(),
                    manifest.accounts(),
                    manifest.focus(),
                    files,
                    journalFile);
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.write(building.resolve(Snapshot.MANIFEST), mapper.writeValueAsBytes(whole));
            replace(building, finished);
            return Snapshot.open(finished);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write snapshot " + finished, e);
        }
    }

    /** A replay makes the snapshot of its recording again; the old one gives way only when the new one stands. */
    private static void replace(Path building, Path finished) throws IOException {
        Path old = finished.resolveSibling(".old-" + finished.getFileName());
        deleteTree(old);
        if (Files.exists(finished)) {
            Files.move(finished, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(building, finished, StandardCopyOption.ATOMIC_MOVE);
        deleteTree(old);
    }

    /** Deletes a folder with all it holds; one that is not there is fine. */
    public static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
