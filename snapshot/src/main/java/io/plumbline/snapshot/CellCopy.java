package io.plumbline.snapshot;

import java.nio.file.Path;
import java.util.List;

/** Copies cells of a snapshot, rows and journal, into files from which a later snapshot is written whose scan did not read them. */
public final class CellCopy {
    private static final String GONE = "plumbline_copy_gone";

    private final Snapshot snapshot;
    private final Database database;

    public CellCopy(Snapshot snapshot, Database database) {
        this.snapshot = snapshot;
        this.database = database;
    }

    /**
     * Whether the snapshot holds the table as it would be written now, in which region each row was read included; one of the first
     * layout, or of a version that knew other columns, does not.
     */
    public boolean fits(TableSchema table) {
        Manifest.TableFile file = snapshot.manifest().tables().get(table.name());
        if (file == null || snapshot.manifest().format() == Manifest.PLAIN) {
            return false;
        }
        Layers layers = snapshot.layers(table, file);
        return columns("from read_parquet(" + Sql.text(layers.lowest().toString()) + ")")
                .equals(columns(TableWriter.empty(TableWriter.stored(table))));
    }

    private List<String> columns(String select) {
        return database.query("describe " + select, row -> row.getString(1) + ' ' + row.getString(2));
    }

    /**
     * Writes the rows of some cells.
     *
     * @param cells the name of a relation of account_id, region and table_name
     * @return how many there are
     */
    public long rows(TableSchema table, String cells, Path parquet) {
        Manifest.TableFile file = snapshot.manifest().tables().get(table.name());
        if (file == null) {
            return 0;
        }
        Layers layers = snapshot.layers(table, file);
        database.execute("create or replace temp table " + GONE + " as " + layers.gone());
        return new TableWriter(database)
                .copy(
                        "select r.* from (" + layers.rows(GONE) + ") r semi join " + cells + " c on c.table_name = "
                                + Sql.text(table.name()) + " and c.account_id = r.account_id and c.region = r."
                                + TableWriter.CELL_REGION,
                        parquet);
    }

    /** Writes the journal's lines of some cells: without calls, since none was sent now, and with the snapshot whose scan read them. */
    public void journal(String journal, String cells, Path parquet) {
        new TableWriter(database)
                .copy(
                        "select j.* replace (0::bigint as calls, 0::bigint as throttled, 0::bigint as millis, coalesce(nullif(j."
                                + JournalEntry.TAKEN_FROM + ", ''), "
                                + Sql.text(snapshot.manifest().id()) + ") as " + JournalEntry.TAKEN_FROM + ") from "
                                + journal + " j semi join " + cells
                                + " c using (account_id, region, table_name)",
                        parquet);
    }
}
