package io.plumbline.snapshot;

import java.util.List;
import java.util.stream.Collectors;

/** Makes relations of a snapshot's tables in a schema of a database, each with all its layers and the time at which its rows were read. */
final class TableViews {
    /** When each cell was read: table_name, account_id, cell_region, collected_at. */
    private static final String CELLS = "plumbline_cell";

    /** Rows up to which a table is read whole: planning a query over a file costs more than such a table's memory. */
    private static final long SMALL = 5_000;

    private final Snapshot snapshot;
    private final Database database;
    private final String schema;

    TableViews(Snapshot snapshot, Database database, String schemaName) {
        this.snapshot = snapshot;
        this.database = database;
        this.schema = Sql.name(schemaName) + ".";
    }

    /** Makes them; the journal stands there already. */
    void create(List<TableSchema> tables) {
        if (!plain()) {
            database.execute("create or replace table " + schema + CELLS
                    + " as select table_name, account_id, region as "
                    + TableWriter.CELL_REGION + ", min(" + JournalEntry.READ_AT + ") as " + TableSchema.COLLECTED_AT
                    + " from " + schema + "journal group by all");
        }
        tables.forEach(this::create);
    }

    private boolean plain() {
        return snapshot.manifest().format() == Manifest.PLAIN;
    }

    private void create(TableSchema table) {
        Manifest.TableFile file = snapshot.manifest().tables().get(table.name());
        String name = schema + Sql.name(table.name());
        if (file == null || file.rows() == 0) {
            database.execute("create or replace table " + name
                    + table.columns().stream()
                            .map(column -> column.quoted() + " " + column.type())
                            .collect(Collectors.joining(", ", " (", ")")));
            return;
        }
        Layers layers = snapshot.layers(table, file);
        if (plain()) {
            relate(database, name, file.rows(), plainly(table, layers));
            return;
        }
        String gone = schema + Sql.name("plumbline_gone_" + table.name());
        if (layers.count() > 1) {
            database.execute("create or replace table " + gone + " as " + layers.gone());
        }
        relate(database, name, file.rows(), timed(table, layers.rows(gone)));
        if (layers.count() > 1 && file.rows() <= SMALL) {
            database.execute("drop table " + gone);
        }
    }

    /** The first layout: the time stands in the row. */
    private static String plainly(TableSchema table, Layers layers) {
        return "select " + TableWriter.names(table.columns()) + " from (" + TableWriter.empty(table.columns())
                + " union all by name from read_parquet("
                + Sql.text(layers.lowest().toString())
                + "))";
    }

    /** Makes a relation of a table as it is stored: without the time, and with the region of the cell. */
    void createStored(TableSchema table) {
        Manifest.TableFile file = snapshot.manifest().tables().get(table.name());
        String name = schema + Sql.name(table.name());
        List<Column> stored = TableWriter.stored(table);
        if (file == null || file.rows() == 0) {
            database.execute("create or replace view " + name + " as " + TableWriter.empty(stored));
            return;
        }
        Layers layers = snapshot.layers(table, file);
        String gone = schema + Sql.name("plumbline_gone_" + table.name());
        if (layers.count() > 1) {
            database.execute("create or replace table " + gone + " as " + layers.gone());
        }
        // In the first layout the cell is known from where the journal has one: the row's region, or what is global.
        String rows = plain()
                ? "select " + TableWriter.names(stored)
                        + " from (select r.*, case when c.region is null then 'global' else"
                        + " r.region end as " + TableWriter.CELL_REGION + " from (" + plainly(table, layers)
                        + ") r left join (select distinct account_id, region from " + schema
                        + "journal where table_name = "
                        + Sql.text(table.name()) + ") c on c.account_id = r.account_id and c.region = r.region)"
                : layers.rows(gone);
        database.execute("create or replace view " + name + " as " + rows);
    }

    private String timed(TableSchema table, String rows) {
        String columns = table.columns().stream()
                .map(column -> (column.name().equals(TableSchema.COLLECTED_AT) ? "c." : "r.") + column.quoted())
                .collect(Collectors.joining(", "));
        return "select " + columns + " from (" + rows + ") r left join " + schema + CELLS + " c on c.table_name = "
                + Sql.text(table.name()) + " and c.account_id = r.account_id and c." + TableWriter.CELL_REGION + " = r."
                + TableWriter.CELL_REGION;
    }

    static void relate(Database database, String name, long rows, String select) {
        database.execute("create or replace " + (rows <= SMALL ? "table " : "view ") + name + " as " + select);
    }
}
