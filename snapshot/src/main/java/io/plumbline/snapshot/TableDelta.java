package io.plumbline.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the rows of a new file differ from a table that stands on layers. Rows are compared by their values, all columns, and not by a hash
 * of them: whoever may write a tag must not be able to make a change look like none. Part by part of the accounts, so that memory stays
 * small however long the table is.
 */
final class TableDelta {
    private static final String GONE = "plumbline_delta_gone";
    private static final String CHANGED = "plumbline_delta_changed";

    private final Database database;
    private final TableSchema table;
    private final Path file;

    /** @param file the new rows, as {@link TableWriter#write} leaves them */
    TableDelta(Database database, TableSchema table, Path file) {
        this.database = database;
        this.table = table;
        this.file = file;
    }

    /** Whether the table has the same columns as the new file, in name, type and order. */
    boolean sameColumns(Path before) {
        return columns(before).equals(columns(file));
    }

    private List<String> columns(Path parquet) {
        return database.query(
                "describe select * from read_parquet(" + Sql.text(parquet.toString()) + ")",
                row -> row.getString(1) + ' ' + row.getString(2));
    }

    /**
     * Compares with a table twice: with the whole, and with its lower layers only.
     *
     * @param top the highest of the lower layers
     * @return whether the whole table has just these rows
     */
    boolean compare(Layers before, int top) {
        database.execute("create or replace temp table " + GONE + " as " + before.gone());
        database.execute("create or replace temp table " + CHANGED + " (id bigint, below boolean)");
        boolean same = true;
        for (String part : AccountParts.of(database, "read_parquet(" + Sql.text(file.toString()) + ")")) {
            same &= compare(before, top, part) == 0;
        }
        return same;
    }

    /** Groups equal rows; where old and new are not as many, all of them count as changed. */
    private long compare(Layers before, int top, String part) {
        String columns = TableWriter.names(TableWriter.stored(table));
        String old = "select " + columns + ", id * 2 + (layer <= " + top + " and (gone_in is null or gone_in > " + top
                + "))::bigint as mark, gone_in is null as whole, layer <= " + top
                + " and (gone_in is null or gone_in > " + top
                + ") as below, 1 as one from (" + before.history(GONE) + ") where (" + part + ")";
        String young = "select " + columns + ", -1 - file_row_number as mark, true as whole, true as below, -1 as one"
                + " from read_parquet(" + Sql.text(file.toString()) + ", file_row_number = true) where (" + part + ")";
        database.execute(
                "create or replace temp table plumbline_delta_part as select unnest(marks) as mark, whole, below"
                        + " from (select list(mark) as marks, coalesce(sum(one) filter (whole), 0) as whole,"
                        + " coalesce(sum(one) filter (below), 0) as below from (" + old + " union all " + young
                        + ") where whole or below group by " + columns + ") where whole <> 0 or below <> 0");
        database.execute("insert into " + CHANGED
                + " select case when mark < 0 then mark else mark >> 1 end, true from plumbline_delta_part"
                + " where below <> 0 and (mark < 0 or mark & 1 = 1)");
        long changed = database.number("select count(*) from plumbline_delta_part where whole <> 0");
        database.execute("drop table plumbline_delta_part");
        return changed;
    }

    /** How many rows the layer would hold, marks of what is taken away included. */
    long size() {
        return database.number("select count(*) from " + CHANGED);
    }

    /** Writes the layer that makes the lower layers into the new table. */
    Manifest.Delta write(int generation, Path layer) {
        String columns = TableWriter.names(TableWriter.stored(table));
        String nothing = TableWriter.stored(table).stream()
                .map(column -> "null::" + column.type() + " as " + column.quoted())
                .collect(Collectors.joining(", "));
        long added = database.number("select count(*) from " + CHANGED + " where id < 0");
        long all = new TableWriter(database)
                .copy(
                        "from (select " + columns + ", null::integer as " + Layers.LAYER + ", null::bigint as "
                                + Layers.ROW
                                + " from read_parquet(" + Sql.text(file.toString())
                                + ", file_row_number = true) r semi join " + CHANGED
                                + " c on c.id = -1 - r.file_row_number union all select " + nothing + ", "
                                + Layers.place("id") + " from " + CHANGED + " where id >= 0) order by " + Layers.ROW
                                + " is not null, account_id, region, arn, " + Layers.LAYER + ", " + Layers.ROW,
                        layer);
        Manifest.TableFile written = TableWriter.described(all, layer);
        return new Manifest.Delta(generation, added, all - added, written.bytes(), written.sha256());
    }

    /** Forgets what was compared. */
    void close() {
        database.execute("drop table if exists " + GONE);
        database.execute("drop table if exists " + CHANGED);
    }
}
