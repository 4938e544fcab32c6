package io.plumbline.snapshot;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A finished snapshot on disk. */
public final class Snapshot {
    static final String MANIFEST = "manifest.json";
    private static final String JOURNAL = "journal.parquet";

    /** Rows up to which a table is read whole: planning a query over a file costs more than such a table's memory. */
    private static final long SMALL = 5_000;

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
            if (manifest.format() != Manifest.FORMAT) {
                throw new BadInput(
                        "Snapshot " + folder + " has format " + manifest.format() + ", this Plumbline reads format "
                                + Manifest.FORMAT + ". Use the version that made it: " + manifest.version() + ".");
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
        attach(database, names.stream().flatMap(name -> schemas.table(name).stream()).toList(), "main");
    }

    /** The same with all, in a schema of the database, so that two snapshots can stand side by side. */
    public void attach(Database database, Schemas schemas, String schemaName) {
        attach(database, schemas.tables(), schemaName);
    }

    private void attach(Database database, List<TableSchema> tables, String schemaName) {
        database.execute("create schema if not exists " + Sql.name(schemaName));
        for (TableSchema table : tables) {
            Optional<Manifest.TableFile> file =
                    Optional.ofNullable(manifest.tables().get(table.name()));
            relate(
                    database,
                    Sql.name(schemaName) + "." + Sql.name(table.name()),
                    file.map(Manifest.TableFile::rows).orElse(0L),
                    file.map(known -> select(table, known)).orElseGet(() -> TableWriter.relation(table, List.of())));
        }
        relate(
                database,
                Sql.name(schemaName) + ".journal",
                manifest.journal().rows(),
                "select * from read_parquet("
                        + Sql.text(checked(folder.resolve(JOURNAL), manifest.journal())
                                .toString())
                        + ")");
    }

    private static void relate(Database database, String name, long rows, String select) {
        database.execute("create or replace " + (rows <= SMALL ? "table " : "view ") + name + " as " + select);
    }

    private String select(TableSchema table, Manifest.TableFile file) {
        Path parquet = checked(tableFile(table.name()), file);
        return file.rows() == 0 ? TableWriter.relation(table, List.of()) : projection(table, parquet);
    }

    /** Columns that this version knows and the file does not (an older snapshot) read as null; others are left out. */
    private static String projection(TableSchema table, Path parquet) {
        return "select " + table.columns().stream().map(Column::quoted).collect(Collectors.joining(", ")) + " from ("
                + TableWriter.relation(table, List.of()) + " union all by name select * from read_parquet("
                + Sql.text(parquet.toString()) + "))";
    }

    private Path tableFile(String table) {
        return folder.resolve("tables").resolve(table + ".parquet");
    }

    private Path checked(Path path, Manifest.TableFile expected) {
        String trouble = null;
        if (!Files.isRegularFile(path)) {
            trouble = "is missing";
        } else if (!Hashes.sha256(path).equals(expected.sha256())) {
            trouble = "is not the file that was written (its SHA-256 differs from the manifest's)";
        }
        if (trouble != null) {
            throw new BadInput("Snapshot " + manifest.id() + " is damaged: " + path + " " + trouble
                    + ". Restore it from a backup or scan again; the other snapshots are not affected.");
        }
        return path;
    }
}
