package io.plumbline.snapshot;

import java.nio.file.Path;
import java.util.List;

/**
 * One line of the journal: an operation in a cell.
 *
 * @param accountId twelve digits
 * @param region the region asked, or {@code global}
 * @param tableName the table whose rows were wanted
 * @param columnName the detail column that the operation fills; empty for the operation that finds the rows
 * @param action the IAM action, such as {@code kms:ListKeys}
 * @param status how it ended; for a detail column the worst over its rows
 * @param calls requests sent, retries included
 * @param throttled how many of them AWS refused for coming too fast
 * @param millis time spent in them, in milliseconds
 * @param rowCount rows found, or detail answers read
 * @param code AWS's error code where it did not end well, else empty
 * @param message what AWS said, and who denied it where that can be told, else empty
 */
public record JournalEntry(
        String accountId,
        String region,
        String tableName,
        String columnName,
        String action,
        CellStatus status,
        long calls,
        long throttled,
        long millis,
        long rowCount,
        String code,
        String message) {

    /** The journal's column that says when the cell was read. */
    public static final String READ_AT = "read_at";

    /** The journal's column that names the earlier snapshot whose scan read the cell; empty where this one's did. */
    public static final String TAKEN_FROM = "taken_from";

    /** The columns of {@code journal.parquet}: the components in their order, then what is true of the cell as a whole. */
    public static final List<Column> COLUMNS = List.of(
            Column.of("account_id", "VARCHAR"),
            Column.of("region", "VARCHAR"),
            Column.of("table_name", "VARCHAR"),
            Column.of("column_name", "VARCHAR"),
            Column.of("action", "VARCHAR"),
            Column.of("status", "VARCHAR"),
            Column.of("calls", "BIGINT"),
            Column.of("throttled", "BIGINT"),
            Column.of("millis", "BIGINT"),
            Column.of("row_count", "BIGINT"),
            Column.of("code", "VARCHAR"),
            Column.of("message", "VARCHAR"),
            Column.of(READ_AT, "TIMESTAMPTZ"),
            Column.of(TAKEN_FROM, "VARCHAR"));

    /** The relation that reads such lines from the files that {@link TableWriter#relation} reads. */
    public static String relation(List<Path> files) {
        return TableWriter.relation(new TableSchema("journal", "", COLUMNS, false), files);
    }

    /** The same line without its calls, for a table that was filled from an answer counted elsewhere. */
    public JournalEntry withoutCalls() {
        return new JournalEntry(
                accountId, region, tableName, columnName, action, status, 0, 0, 0, rowCount, code, message);
    }
}
