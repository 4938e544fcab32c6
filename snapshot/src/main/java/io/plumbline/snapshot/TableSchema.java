package io.plumbline.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a table holds, known before a single row of it is read.
 *
 * @param name such as {@code aws_vpc}
 * @param description one sentence for people
 * @param columns every column, the engine's own ({@link #ENGINE_COLUMNS}) first
 * @param seenFromManyRegions whether one resource is listed by several regions of its account (a CloudTrail trail); its rows are then
 *     merged into one by ARN, the one read in the resource's own region first
 */
public record TableSchema(String name, String description, List<Column> columns, boolean seenFromManyRegions) {

    /** The engine's column that says when a row was read. It is not stored with the row: the journal knows it for the whole cell. */
    public static final String COLLECTED_AT = "collected_at";

    /** The columns that every table has: where the row is from, what it is called, when it was read and what of it was not. */
    public static final List<Column> ENGINE_COLUMNS = List.of(
            Column.of("account_id", "VARCHAR"),
            Column.of("region", "VARCHAR"),
            Column.of("partition", "VARCHAR"),
            Column.of("arn", "VARCHAR"),
            Column.of("name", "VARCHAR"),
            Column.of("tags", "MAP(VARCHAR, VARCHAR)"),
            Column.of(COLLECTED_AT, "TIMESTAMPTZ"),
            Column.of("unread", "MAP(VARCHAR, STRUCT(\"action\" VARCHAR, code VARCHAR))"));

    public TableSchema {
        columns = List.copyOf(columns);
    }

    /** A schema with the engine's columns put in front of the resource's own. */
    public static TableSchema of(String name, String description, List<Column> own, boolean seenFromManyRegions) {
        return new TableSchema(
                name,
                description,
                Stream.concat(ENGINE_COLUMNS.stream(), own.stream()).toList(),
                seenFromManyRegions);
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
}
