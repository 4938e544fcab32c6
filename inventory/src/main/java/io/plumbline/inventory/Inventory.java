package io.plumbline.inventory;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Hashes;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The derived tables and the search index of one snapshot. They lie in its folder, under {@code derived/}, in a folder named after the
 * {@linkplain #VERSION version} of what is derived and the snapshot's manifest: whatever was derived otherwise, or from a snapshot that
 * has been made again, is passed over and made anew. They appear whole, by a rename, or not at all.
 */
public final class Inventory {
    /** Goes up whenever what is derived changes. */
    static final int VERSION = 1;

    private final Snapshot snapshot;
    private final Schemas schemas;
    private final Path folder;

    private Inventory(Snapshot snapshot, Schemas schemas, Path folder) {
        this.snapshot = snapshot;
        this.schemas = schemas;
        this.folder = folder;
    }

    /**
     * The inventory of a snapshot; made now if it was not yet.
     *
     * @throws BadInput if the snapshot is damaged, or its folder cannot be written to
     */
    public static Inventory of(Snapshot snapshot, Schemas schemas) {
        Path derived = snapshot.folder().resolve("derived");
        try {
            Path folder = derived.resolve(name(snapshot));
            if (!Files.isDirectory(folder)) {
                make(snapshot, schemas, derived, folder);
            }
            return new Inventory(snapshot, schemas, folder);
        } catch (IOException e) {
            throw new BadInput(
                    "The inventory of snapshot " + snapshot.manifest().id() + " cannot be written to " + derived + ": "
                            + e
                            + ". Make room or make the folder writable and try again; the snapshot itself is not touched.",
                    e);
        }
    }

    /** Whether the inventory of a snapshot is there already; to make it takes about a minute for a million assets. */
    public static boolean isMade(Snapshot snapshot) {
        try {
            return Files.isDirectory(snapshot.folder().resolve("derived").resolve(name(snapshot)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String name(Snapshot snapshot) throws IOException {
        String manifest = Files.readString(snapshot.folder().resolve("manifest.json"));
        return "v" + VERSION + "-" + Hashes.sha256(manifest).substring(0, 12);
    }

    private static void make(Snapshot snapshot, Schemas schemas, Path derived, Path folder) throws IOException {
        Files.createDirectories(derived);
        Path building = Files.createTempDirectory(derived, ".building-");
        try {
            try (Database database = Database.openWide()) {
                new Derivation(snapshot, schemas, database, building).run();
            }
            publish(building, folder);
        } finally {
            SnapshotStore.deleteTree(building);
        }
        removeOthers(derived, folder);
    }

    /** Whoever else made the same meanwhile made the same. */
    private static void publish(Path building, Path folder) throws IOException {
        try {
            Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** What an older Plumbline derived, or was derived of what stood in this folder before, is of no use to anybody. */
    private static void removeOthers(Path derived, Path folder) throws IOException {
        List<Path> others;
        try (Stream<Path> children = Files.list(derived)) {
            others = children.filter(child -> child.getFileName().toString().startsWith("v"))
                    .filter(child -> !child.equals(folder))
                    .toList();
        }
        for (Path other : others) {
            SnapshotStore.deleteTree(other);
        }
    }

    /** The snapshot that this is of. */
    public Snapshot snapshot() {
        return snapshot;
    }

    Schemas schemas() {
        return schemas;
    }

    Path file(String name) {
        return folder.resolve(name + ".parquet");
    }

    /**
     * Makes views of the derived tables in a database, if a statement names one; deriving them takes a while.
     *
     * @param named names of the tables that it reads
     */
    public static void attachIfNamed(Set<String> named, Snapshot snapshot, Schemas schemas, Database database) {
        if (DerivedTables.all().stream().anyMatch(table -> named.contains(table.name()))) {
            of(snapshot, schemas).attach(database);
        }
    }

    /** Makes views of the derived tables in a database. */
    public void attach(Database database) {
        for (TableSchema table : DerivedTables.all()) {
            database.execute("create or replace view " + Sql.name(table.name()) + " as select * from read_parquet("
                    + Sql.text(file(table.name()).toString()) + ")");
        }
    }

    /** How much room all of it takes, in bytes. */
    public long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
