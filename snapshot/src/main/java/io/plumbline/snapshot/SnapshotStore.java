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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The snapshots of a home: {@code HOME/snapshots/ID}. One appears there whole, by a rename, or not at all. */
public final class SnapshotStore {
    private static final String OLD = ".old-";
    private static final String GONE = ".gone-";

    private final Path folder;
    private final Sharing.Limits limits;

    public SnapshotStore(Path home) {
        this(home, Sharing.Limits.STANDARD);
    }

    /** @param limits when a table is written anew */
    SnapshotStore(Path home, Sharing.Limits limits) {
        this.folder = home.resolve("snapshots");
        this.limits = limits;
    }

    /** Ids of the whole snapshots, oldest first ({@link SnapshotIds#ORDER}). */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(Snapshot.MANIFEST)))
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted(SnapshotIds.ORDER)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    public Optional<Snapshot> newest() {
        return ids().stream().max(SnapshotIds.ORDER).map(this::get);
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

    /**
     * Writes the tables and the journal into a hidden folder; the rename at the end makes it a snapshot. What did not change since an
     * earlier snapshot of the scope is shared with it.
     *
     * @param tables the files of each table's rows, as {@link TableWriter#relation} reads them
     * @param journal a relation with {@link JournalEntry#COLUMNS}
     * @throws UncheckedIOException if it cannot be written, a full disk for example; the earlier snapshots are as they were
     */
    public Snapshot write(Manifest manifest, Map<TableSchema, List<Path>> tables, String journal, Database database) {
        Path building = folder.resolve("." + manifest.id());
        Path finished = folder.resolve(manifest.id());
        try {
            Files.createDirectories(folder);
            recover();
            deleteTree(building);
            Files.createDirectories(building.resolve("tables"));
            TableWriter writer = new TableWriter(database);
            Lineage lineage = new Lineage(this, manifest);
            Sharing sharing = new Sharing(database, limits);
            Map<String, Manifest.TableFile> files = new TreeMap<>();
            for (Map.Entry<TableSchema, List<Path>> entry : tables.entrySet()) {
                TableSchema table = entry.getKey();
                long rows = writer.write(
                        table, entry.getValue(), building.resolve("tables").resolve(table.name() + ".parquet"));
                files.put(table.name(), sharing.share(table, rows, building, lineage.before(table)));
            }
            Manifest.TableFile journalFile = writer.writeJournal(journal, building.resolve(Snapshot.JOURNAL));
            // Without indentation: with thousands of accounts it is not small, and every snapshot has one.
            Files.write(
                    building.resolve(Snapshot.MANIFEST),
                    JsonMapper.shared().writeValueAsBytes(manifest.with(files, journalFile)));
            replace(building, finished);
            return Snapshot.open(finished);
        } catch (IOException e) {
            throw unwritten(finished, e.toString(), e);
        } catch (DatabaseException e) {
            throw e.disk() ? unwritten(finished, e.getMessage(), e) : e;
        } finally {
            discard(building);
        }
    }

    private static UncheckedIOException unwritten(Path finished, @Nullable String why, Exception e) {
        return new UncheckedIOException(
                "Cannot write the snapshot " + finished + ": " + why,
                e instanceof IOException io ? io : new IOException(e));
    }

    /** What is left of a snapshot that could not be written would only take room. */
    private static void discard(Path building) {
        try {
            deleteTree(building);
        } catch (IOException e) {
            // The trouble that was the cause is being told; the next snapshot tidies this away.
        }
    }

    /**
     * Ends what a crash left half done: a snapshot that was to be replaced comes back if the new one did not take its place, and what was
     * to be deleted goes. To be called by whoever holds the home alone.
     */
    public void recover() throws IOException {
        for (Path old : hidden(OLD)) {
            Path finished = folder.resolve(old.getFileName().toString().substring(OLD.length()));
            if (Files.exists(finished)) {
                deleteTree(old);
            } else {
                Files.move(old, finished, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (Path gone : hidden(GONE)) {
            deleteTree(gone);
        }
    }

    private List<Path> hidden(String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> child.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    /** Takes a snapshot away: first its name, at once, then its files. Those that others share stay with them. */
    void delete(String id) throws IOException {
        Path gone = folder.resolve(GONE + id);
        deleteTree(gone);
        Files.move(folder.resolve(id), gone, StandardCopyOption.ATOMIC_MOVE);
        deleteTree(gone);
    }

    /** Where a snapshot is, or would be. */
    Path folder(String id) {
        return folder.resolve(id);
    }

    /** A replay makes the snapshot of its recording again; the old one gives way only when the new one stands. */
    private static void replace(Path building, Path finished) throws IOException {
        Path old = finished.resolveSibling(OLD + finished.getFileName());
        deleteTree(old);
        if (Files.exists(finished)) {
            Pins.carry(finished, building);
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
