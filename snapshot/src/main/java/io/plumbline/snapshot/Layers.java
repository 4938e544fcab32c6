package io.plumbline.snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a table that stands on layers: the rows of each file but those that a file above takes away. A row is taken away by its layer (the
 * lowest file is 0) and its number in that layer's file; a layer's file holds such pairs in two columns of their own, in rows that have
 * nothing else.
 */
record Layers(TableSchema table, Manifest.TableFile file, Path folder) {
    static final String LAYER = "plumbline_layer";
    static final String ROW = "plumbline_row";

    private Path path(int layer) {
        return folder.resolve(file.files(table.name()).get(layer).path());
    }

    /** The file that the layers stand on. */
    Path lowest() {
        return path(0);
    }

    int count() {
        return 1 + file.deltas().size();
    }

    private static String parquet(Path path) {
        return "read_parquet(" + Sql.text(path.toString()) + ", file_row_number = true)";
    }

    /** The relation of what is taken away: {@code gone_in}, the layer that does it, and {@link #LAYER} and {@link #ROW}. */
    String gone() {
        List<String> parts =
                new ArrayList<>(List.of("select 0 as gone_in, 0 as " + LAYER + ", 0 as " + ROW + " where false"));
        for (int layer = 1; layer < count(); layer++) {
            parts.add("select " + layer + " as gone_in, " + LAYER + ", " + ROW + " from read_parquet("
                    + Sql.text(path(layer).toString()) + ") where " + ROW + " is not null");
        }
        return String.join(" union all ", parts);
    }

    /**
     * The relation of the table's stored columns.
     *
     * @param gone the name of a relation as {@link #gone} makes it; not asked if there is one layer only
     */
    String rows(String gone) {
        if (count() == 1) {
            return complete("from read_parquet(" + Sql.text(path(0).toString()) + ")");
        }
        return complete(IntStream.range(0, count())
                .mapToObj(layer -> layer == count() - 1
                        ? "select * from " + layer(layer)
                        : "select r.* from " + layer(layer) + " r anti join " + gone + " g on g." + LAYER + " = "
                                + layer + " and g." + ROW + " = r.file_row_number")
                .collect(Collectors.joining(" union all by name ")));
    }

    private String layer(int layer) {
        return layer == 0
                ? parquet(path(0))
                : "(select * exclude (" + LAYER + ", " + ROW + ") from " + parquet(path(layer)) + " where " + ROW
                        + " is null)";
    }

    /** Columns that this version knows and the files do not (an older snapshot) read as null; others are left out. */
    private String complete(String rows) {
        List<Column> stored = TableWriter.stored(table);
        return "select " + TableWriter.names(stored) + " from (" + TableWriter.empty(stored) + " union all by name "
                + rows + ")";
    }

    /**
     * Every row of every layer, with {@code id} ({@link #id}) and {@code gone_in}: the layer that takes it away, null if none does.
     *
     * @param gone as for {@link #rows}
     */
    String history(String gone) {
        return IntStream.range(0, count())
                .mapToObj(layer -> "select r.* exclude (file_row_number), " + id(layer)
                        + " + r.file_row_number as id, g.gone_in, " + layer + " as layer from " + layer(layer)
                        + " r left join " + gone
                        + " g on g." + LAYER + " = " + layer + " and g." + ROW + " = r.file_row_number")
                .collect(Collectors.joining(" union all by name "));
    }

    /** What the ids of a layer's rows begin at. */
    private static long id(int layer) {
        return (long) layer << 40;
    }

    /** SQL for the layer and the row of an id. */
    static String place(String id) {
        return "(" + id + " >> 40)::integer as " + LAYER + ", " + id + " & " + (id(1) - 1) + " as " + ROW;
    }
}
