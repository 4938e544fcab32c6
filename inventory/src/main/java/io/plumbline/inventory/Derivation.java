package io.plumbline.inventory;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Works the derived tables out of a snapshot, one table of it after the other; all by SQL, so no asset becomes an object. */
final class Derivation {
    private final Snapshot snapshot;
    private final Schemas schemas;
    private final Database database;
    private final Path folder;

    /**
     * Prepares it.
     *
     * @param folder where the files go
     */
    Derivation(Snapshot snapshot, Schemas schemas, Database database, Path folder) {
        this.snapshot = snapshot;
        this.schemas = schemas;
        this.database = database;
        this.folder = folder;
    }

    void run() throws IOException {
        // To ask for the schemas of all types takes many times as long as to ask for those that are needed.
        Collection<String> collected =
                new TreeSet<>(snapshot.manifest().tables().keySet());
        snapshot.attach(database, schemas, collected);
        List<TableSchema> tables = collected.stream()
                .flatMap(name -> schemas.table(name).stream())
                .filter(table -> database.number("select count(*) from (select 1 from " + Sql.name(table.name())
                                + " where arn <> '' limit 1)")
                        > 0)
                .toList();
        new AssetTable(this).write(tables);
        database.execute("create view asset as select * from " + read("asset"));
        new ReferenceTable(this).write(tables);
        new RelationTable(this).write();
        new AccountReferenceTable(this).write();
        new SearchIndex(this).write(tables);
    }

    Database database() {
        return database;
    }

    /** Writes a query's rows to a file of the inventory, or to a part that is deleted again. */
    void write(String name, String select, String options) {
        database.execute("copy (" + select + ") to " + Sql.text(path(name).toString())
                + " (format parquet, compression zstd" + options + ")");
    }

    void write(String name, String select) {
        write(name, select, "");
    }

    /** Reads such a file, or, with a star, several. */
    String read(String name) {
        return "read_parquet(" + Sql.text(path(name).toString()) + ")";
    }

    private Path path(String name) {
        return folder.resolve(name + ".parquet");
    }

    /** Deletes parts that have been put together. */
    void delete(List<String> names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(path(name));
        }
    }
}
