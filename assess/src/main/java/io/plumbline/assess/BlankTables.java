package io.plumbline.assess;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Empty tables in a schema of their own, against which SQL can be bound; a snapshot that is attached is not touched. */
final class BlankTables {
    private static final String SCHEMA = "plumbline_blank";

    private final Database database;
    private final Set<String> made = new HashSet<>();

    /** Makes the schema, and {@code journal} in it. */
    BlankTables(Database database) {
        this.database = database;
        database.execute("create schema if not exists " + SCHEMA);
        add(new TableSchema("journal", "", JournalEntry.COLUMNS, false));
    }

    /** Makes a table, if it is not there. */
    void add(TableSchema schema) {
        if (made.add(schema.name())) {
            define(schema, schema.columns());
        }
    }

    /** Makes a view whose tables are there. */
    void add(View view) {
        among(() -> database.execute(
                "create or replace view " + SCHEMA + "." + Sql.name(view.name()) + " as " + view.sql()));
    }

    /** Makes {@code param} as a rule sees it. */
    void parameters(Rule rule) {
        String own = rule.parameters().values().stream()
                .map(parameter -> ", null::" + parameter.type().sqlType() + " as " + Sql.name(parameter.name()))
                .collect(Collectors.joining());
        database.execute("create or replace view " + SCHEMA
                + ".param as select null::varchar as account_id, null::varchar as partition, null::timestamptz as now"
                + own + " where false");
    }

    /**
     * Names and types of the columns that a SELECT gives.
     *
     * @throws DatabaseException if it does not bind
     */
    Map<String, String> columns(String sql) {
        Map<String, String> columns = new LinkedHashMap<>();
        among(() -> database.each("describe " + sql, row -> {
            columns.put(row.getString("column_name"), row.getString("column_type"));
            return true;
        }));
        return columns;
    }

    /** Whether a SELECT binds even where a table lacks a column. */
    boolean bindsWithout(TableSchema schema, Column column, String sql) {
        define(
                schema,
                schema.columns().stream().filter(other -> !other.equals(column)).toList());
        try {
            columns(sql);
            return true;
        } catch (DatabaseException e) {
            return false;
        } finally {
            define(schema, schema.columns());
        }
    }

    private void define(TableSchema schema, List<Column> columns) {
        String all = columns.stream()
                .map(column -> column.quoted() + " " + column.type())
                .collect(Collectors.joining(", "));
        database.execute("create or replace table " + SCHEMA + "." + Sql.name(schema.name()) + " (" + all + ")");
    }

    /** Does something where names mean the empty tables. */
    private void among(Runnable work) {
        database.execute("set search_path = '" + SCHEMA + ",main'");
        try {
            work.run();
        } finally {
            database.execute("set search_path = 'main'");
        }
    }
}
