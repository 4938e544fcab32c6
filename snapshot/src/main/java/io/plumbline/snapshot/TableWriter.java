package io.plumbline.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns rows that stand as JSON lines in gzip files into one Parquet file a table. DuckDB reads the JSON itself, by the table's schema,
 * so no value passes through Java again. A row that does not fit its schema is an error that names the file and the line.
 */
public final class TableWriter {
    /** The extra field of a row's JSON: the region whose answer it stood in, for merging rows that several regions show. */
    public static final String CELL_REGION = "cell_region";

    /** Bytes of the longest row that is read. DuckDB holds two buffers of twice this size; AWS's longest documents have a megabyte. */
    private static final int LONGEST_ROW = 1 << 24;

    private final Database database;

    public TableWriter(Database database) {
        this.database = database;
    }

    /** The relation that reads such files, with exactly the schema's columns. Without files it is empty. */
    public static String relation(TableSchema schema, List<Path> files) {
        String columns = schema.columns().stream().map(TableWriter::projected).collect(Collectors.joining(", "));
        if (files.isEmpty()) {
            return "select "
                    + schema.columns().stream()
                            .map(column -> "null::" + column.type() + " as " + column.quoted())
                            .collect(Collectors.joining(", "))
                    + " where false";
        }
        String merge = schema.seenFromManyRegions()
                ? " qualify row_number() over (partition by account_id, arn order by (cell_region = region) desc, cell_region) = 1"
                : "";
        return "select " + columns + " from " + source(schema.columns(), files) + merge;
    }

    private static String source(List<Column> columns, List<Path> files) {
        String names = files.stream().map(file -> Sql.text(file.toString())).collect(Collectors.joining(", "));
        String types = columns.stream()
                .map(column -> Sql.text(column.name()) + ": "
                        + Sql.text(column.type().equals("BLOB") ? "VARCHAR" : column.type()))
                .collect(Collectors.joining(", "));
        return "read_json([" + names
                + "], format = 'newline_delimited', compression = 'gzip', maximum_object_size = " + LONGEST_ROW
                + ", columns = {"
                + types + ", '" + CELL_REGION + "': 'VARCHAR'})";
    }

    private static String projected(Column column) {
        return column.type().equals("BLOB")
                ? "from_base64(" + column.quoted() + ") as " + column.quoted()
                : column.quoted();
    }

    /** Writes a table, sorted so that one account's rows lie together. */
    public Manifest.TableFile write(TableSchema schema, List<Path> files, Path parquet) {
        return copy(relation(schema, files) + " order by account_id, region, arn", parquet);
    }

    /** Writes the journal from JSON lines. */
    public Manifest.TableFile writeJournal(List<Path> files, Path parquet) {
        String columns = JournalEntry.COLUMNS.stream().map(Column::quoted).collect(Collectors.joining(", "));
        return copy(
                "select " + columns + " from " + source(JournalEntry.COLUMNS, files)
                        + " order by account_id, region, table_name, column_name, action",
                parquet);
    }

    private Manifest.TableFile copy(String select, Path parquet) {
        long rows = database.update(
                "copy (" + select + ") to " + Sql.text(parquet.toString()) + " (format parquet, compression zstd)");
        return new Manifest.TableFile(rows, size(parquet), Hashes.sha256(parquet));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
