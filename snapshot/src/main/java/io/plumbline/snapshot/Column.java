package io.plumbline.snapshot;

/**
 * One column of a table.
 *
 * @param name snake case
 * @param type a DuckDB type, such as {@code VARCHAR} or {@code STRUCT(arn VARCHAR)[]}
 * @param detail whether the column takes a call of its own for each row, and so may be missing for one row alone; then the row's
 *     {@code unread} map says why
 * @param onRequest whether it costs so many calls that it is read only when it is asked for by name
 */
public record Column(String name, String type, boolean detail, boolean onRequest) {

    /** A column that is read with its table or with its row. */
    public Column(String name, String type, boolean detail) {
        this(name, type, detail, false);
    }

    /** A column that comes with the row. */
    public static Column of(String name, String type) {
        return new Column(name, type, false);
    }

    /** The name quoted for SQL. */
    public String quoted() {
        return Sql.name(name);
    }
}
