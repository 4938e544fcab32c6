package io.plumbline.snapshot;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A finished snapshot on disk. */
public final class Snapshot {
    static final String MANIFEST = "manifest.json";
    static final String JOURNAL = "journal.parquet";

    private final Path folder;
    private final Manifest manifest;

    private Snapshot(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Opens a snapshot.
     *
     * @throws BadInput if the folder holds no readable snapshot
     */
    public static Snapshot open(Path folder) {
        Path file = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new BadInput("No snapshot at " + folder + ": it holds no " + MANIFEST
                    + ". `plumbline snapshots` lists those that exist.");
        }
        try {
            Manifest manifest = JsonMapper.shared().readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest.format() < Manifest.PLAIN || manifest.format() > Manifest.FORMAT) {
                throw new BadInput("Snapshot " + folder + " has format " + manifest.format()
                        + ", this Plumbline reads formats up to " + Manifest.FORMAT + ". Use the version that made it: "
                        + manifest.version() + ".");
            }
            return new Snapshot(folder, manifest);
        } catch (JacksonException e) {
            throw new BadInput(
                    "Snapshot " + folder + " is damaged: " + file + " cannot be read (" + e.getOriginalMessage()
                            + "). Restore the folder from a backup or scan again; the other snapshots are not affected.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public Path folder() {
        return folder;
    }

    /**
     * Makes a relation of each table, and {@code journal}: small ones are read at once, large ones stay in their files. A table that was
     * not collected is there with no rows.
     *
     * @throws BadInput if a file is missing or not the one that was written
     */
    public void attach(Database database, Schemas schemas) {
        attach(database, schemas, schemas.names());
    }

    /** The same with these tables only, which is faster. */
    public void attach(Database database, Schemas schemas, Collection<String> names) {
        attach(
                database,
                names.stream().flatMap(name -> schemas.table(name).stream()).toList(),
                "main");
    }

    /** The same with all, in a schema of the database, so that two snapshots can stand side by side. */
    public void attach(Database database, Schemas schemas, String schemaName) {
        attach(database, schemas.tables(), schemaName);
    }

    private void attach(Database database, List<TableSchema> tables, String schemaName) {
        attachJournal(database, schemaName);
        new TableViews(this, database, schemaName).create(tables);
    }

    /** Makes the relation {@code journal} alone, in a schema of the database. */
    void attachJournal(Database database, String schemaName) {
        database.execute("create schema if not exists " + Sql.name(schemaName));
        TableViews.relate(
                database,
                Sql.name(schemaName) + ".journal",
                manifest.journal().rows(),
                "select " + TableWriter.names(JournalEntry.COLUMNS) + " from ("
                        + TableWriter.empty(JournalEntry.COLUMNS)
                        + " union all by name from read_parquet("
                        + Sql.text(checked(journalFile()).toString()) + "))");
    }

    /** Makes {@code journal} with no rows if its file is damaged, and answers with what is wrong with it. */
    Optional<String> attachJournalIfWhole(Database database) {
        Optional<String> trouble = trouble(folder, journalFile());
        trouble.ifPresent(
                why -> database.execute("create table journal as " + TableWriter.empty(JournalEntry.COLUMNS)));
        return trouble.map(why -> JOURNAL + " " + why);
    }

    /** Makes relations of these tables; a {@code journal} is there already. */
    void attachTables(Database database, Schemas schemas, Collection<String> names) {
        new TableViews(this, database, "main")
                .create(names.stream()
                        .flatMap(name -> schemas.table(name).stream())
                        .toList());
    }

    private Manifest.LayerFile journalFile() {
        return new Manifest.LayerFile(
                JOURNAL, manifest.journal().bytes(), manifest.journal().sha256());
    }

    /**
     * The files that are not as they were written, each with what is wrong with it.
     *
     * @param thorough whether to read every byte; else only whether they are there, and their sizes
     */
    public List<String> damage(boolean thorough) {
        return manifest.files().stream()
                .flatMap(file -> (thorough ? trouble(folder, file) : sizeTrouble(folder, file))
                        .map(trouble -> file.path() + " " + trouble).stream())
                .toList();
    }

    /** The files of a table, each looked at. */
    Layers layers(TableSchema table, Manifest.TableFile file) {
        file.files(table.name()).forEach(this::checked);
        return new Layers(table, file, folder);
    }

    /** What is wrong with a file; empty if it is the one that was written. */
    static Optional<String> trouble(Path folder, Manifest.LayerFile file) {
        Optional<String> trouble = sizeTrouble(folder, file);
        if (trouble.isPresent() || Hashes.sha256(folder.resolve(file.path())).equals(file.sha256())) {
            return trouble;
        }
        return Optional.of("is not the file that was written (its SHA-256 differs from the manifest's)");
    }

    private static Optional<String> sizeTrouble(Path folder, Manifest.LayerFile file) {
        Path path = folder.resolve(file.path());
        if (!Files.isRegularFile(path)) {
            return Optional.of("is missing");
        }
        long size = TableWriter.size(path);
        return size == file.bytes()
                ? Optional.empty()
                : Optional.of("is not the file that was written (it has " + size + " bytes, not " + file.bytes() + ")");
    }

    private Path checked(Manifest.LayerFile file) {
        Optional<String> trouble = trouble(folder, file);
        if (trouble.isPresent()) {
            throw new BadInput("Snapshot " + manifest.id() + " is damaged: " + folder.resolve(file.path()) + " "
                    + trouble.get() + ". Its other tables can be asked; restore the file from a backup or scan again.");
        }
        return folder.resolve(file.path());
    }
}
