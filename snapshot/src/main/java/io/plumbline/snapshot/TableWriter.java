package io.plumbline.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns rows into one Parquet file a table. They stand as JSON lines in gzip files, which DuckDB reads itself by the table's schema, so no
 * value passes through Java again; or in a Parquet file, if they were taken over from an earlier snapshot. A row that does not fit its
 * schema is an error that names the file and the line.
 */
public final class TableWriter {
    /**
     * The extra field of a row: the region whose answer it stood in. It is for merging rows that several regions show, and for finding
     * the row's cell in the journal.
     */
    public static final String CELL_REGION = "cell_region";

    private static final Column CELL = Column.of(CELL_REGION, "VARCHAR");

    /** Bytes of the longest row that is read. DuckDB holds two buffers of twice this size; AWS's longest documents have a megabyte. */
    public static final int LONGEST_ROW = 1 << 24;

    private final Database database;

    public TableWriter(Database database) {
        this.database = database;
    }

    /** The relation that reads such files, with exactly the schema's columns. Without files it is empty. */
    public static String relation(TableSchema schema, List<Path> files) {
        return "select " + names(schema.columns()) + " from (" + rows(schema, files) + ")";
    }

    /** What a table's file holds: the schema's columns without the time, which the journal knows, and the region of the cell. */
    static List<Column> stored(TableSchema schema) {
        return Stream.concat(
                        schema.columns().stream()
                                .filter(column -> !column.name().equals(TableSchema.COLLECTED_AT)),
                        Stream.of(CELL))
                .toList();
    }

    /** A relation with these columns and no rows. */
    static String empty(List<Column> columns) {
        return "select "
                + columns.stream()
                        .map(column -> "null::" + column.type() + " as " + column.quoted())
                        .collect(Collectors.joining(", "))
                + " where false";
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }

    /** The rows with the region of their cell, one a resource. */
    private static String rows(TableSchema schema, List<Path> files) {
        List<Column> columns = new ArrayList<>(schema.columns());
        columns.add(CELL);
        List<Path> tables = files.stream()
                .filter(file -> file.toString().endsWith(".parquet"))
                .toList();
        List<Path> lines = files.stream().filter(file -> !tables.contains(file)).toList();
        List<String> parts = new ArrayList<>(List.of(empty(columns)));
        if (!lines.isEmpty()) {
            parts.add("select "
                    + columns.stream().map(TableWriter::projected).collect(Collectors.joining(", ")) + " from "
                    + source(columns, lines));
        }
        if (!tables.isEmpty()) {
            parts.add("from read_parquet([" + texts(tables) + "], union_by_name = true)");
        }
        String merge = schema.seenFromManyRegions()
                ? " qualify row_number() over (partition by account_id, arn order by (cell_region = region) desc, cell_region) = 1"
                : "";
        return "select " + names(columns) + " from (" + String.join(" union all by name ", parts) + ")" + merge;
    }

    private static String texts(List<Path> files) {
        return files.stream().map(file -> Sql.text(file.toString())).collect(Collectors.joining(", "));
    }

    private static String source(List<Column> columns, List<Path> files) {
        String types = columns.stream()
                .map(column -> Sql.text(column.name()) + ": "
                        + Sql.text(column.type().equals("BLOB") ? "VARCHAR" : column.type()))
                .collect(Collectors.joining(", "));
        return "read_json([" + texts(files)
                + "], format = 'newline_delimited', compression = 'gzip', maximum_object_size = " + LONGEST_ROW
                + ", columns = {"
                + types + "})";
    }

    private static String projected(Column column) {
        return column.type().equals("BLOB")
                ? "from_base64(" + column.quoted() + ") as " + column.quoted()
                : column.quoted();
    }

    /** Writes a table, sorted so that one account's rows lie together. Answers with the number of rows. */
    long write(TableSchema schema, List<Path> files, Path parquet) {
        return copy(
                "select " + names(stored(schema)) + " from (" + rows(schema, files)
                        + ") order by account_id, region, arn",
                parquet);
    }

    /** Writes the journal, sorted like the tables. */
    Manifest.TableFile writeJournal(String relation, Path parquet) {
        long rows =
                copy("from (" + relation + ") order by account_id, region, table_name, column_name, action", parquet);
        return described(rows, parquet);
    }

    /** Writes rows as they come. Answers with their number. */
    long copy(String select, Path parquet) {
        return database.update(
                "copy (" + select + ") to " + Sql.text(parquet.toString()) + " (format parquet, compression zstd)");
    }

    /** Rows, size and hash of a file. */
    static Manifest.TableFile described(long rows, Path parquet) {
        return new Manifest.TableFile(rows, size(parquet), Hashes.sha256(parquet));
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
