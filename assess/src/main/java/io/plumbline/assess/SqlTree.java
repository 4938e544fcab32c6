package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Sql;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at DuckDB's parse tree of a rule's SELECT for what a rule must not do: ask what time it is, roll dice, open a file, or leave the
 * order of a list to chance. The same snapshot has to give the same verdicts, byte for byte.
 */
final class SqlTree {
    private static final Set<String> HARMLESS_TABLE_FUNCTIONS = Set.of("unnest", "range", "generate_series");
    private static final Set<String> ORDERED =
            Set.of("list", "array_agg", "string_agg", "group_concat", "listagg", "first", "last", "arbitrary");
    private static final Set<String> SORTING =
            Set.of("list_sort", "array_sort", "list_reverse_sort", "array_reverse_sort");
    private static final Set<String> CLOCKS =
            Set.of("current_timestamp", "current_date", "current_time", "localtime", "localtimestamp");

    private final String file;
    private final String sql;
    private final Set<String> unsteady;

    private SqlTree(String file, String sql, Set<String> unsteady) {
        this.file = file;
        this.sql = sql;
        this.unsteady = unsteady;
    }

    /** Names of functions that answer differently from call to call or from query to query, as DuckDB itself lists them. */
    static Set<String> unsteadyFunctions(Database database) {
        return Set.copyOf(database.query(
                "select distinct lower(function_name) from duckdb_functions() where stability <> 'CONSISTENT'",
                row -> row.getString(1)));
    }

    /**
     * Checks a SELECT.
     *
     * @throws BadInput naming what is not allowed and its line
     */
    static void check(Database database, String file, String sql, Set<String> unsteady) {
        String json = database.text("select json_serialize_sql(" + Sql.text(sql) + ")::varchar");
        new SqlTree(file, sql, unsteady).walk(JsonMapper.shared().readTree(json));
    }

    private void walk(JsonNode node) {
        walk(node, false);
    }

    /** Looks at a node; {@code sorted} says that what it gives is sorted right after. */
    private void walk(JsonNode node, boolean sorted) {
        boolean sorts = false;
        if (node.isObject()) {
            switch (node.path("type").asString("")) {
                case "TABLE_FUNCTION" -> tableFunction(node.path("function"));
                case "SHOW_REF" ->
                    throw wrong(node, "a rule reads tables; SHOW, DESCRIBE and SUMMARIZE are not for rules.");
                case "BASE_TABLE" -> baseTable(node);
                case "FUNCTION" -> {
                    function(node, sorted);
                    sorts = SORTING.contains(node.path("function_name").asString(""));
                }
                case "COLUMN_REF" -> column(node);
                default -> {}
            }
            if (node.path("sample").isObject()) {
                throw wrong(node, "a rule judges every unit; it must not sample.");
            }
        }
        for (JsonNode child : node) {
            walk(child, sorts || (sorted && isPart(node)));
        }
    }

    /** Whether a node is only wrapping of an argument: the list of arguments, and one of them. */
    private static boolean isPart(JsonNode node) {
        return node.isArray() || (node.has("expression") && !node.has("class"));
    }

    private void tableFunction(JsonNode function) {
        String name = function.path("function_name").asString("");
        if (!HARMLESS_TABLE_FUNCTIONS.contains(name)) {
            throw wrong(
                    function,
                    "a rule reads the tables of the snapshot and no files; the table function " + name
                            + "() is not for rules.");
        }
    }

    private void baseTable(JsonNode table) {
        String schema = table.path("catalog_name").asString("")
                + table.path("schema_name").asString("");
        if (!schema.isEmpty()) {
            throw wrong(
                    table,
                    "a table is named alone, without a schema: "
                            + table.path("table_name").asString("") + ".");
        }
    }

    private void function(JsonNode function, boolean sorted) {
        String name = function.path("function_name").asString("");
        if (unsteady.contains(name)) {
            throw wrong(
                    function,
                    name
                            + "() does not answer the same every time. For the time use the column 'now' of the relation param.");
        }
        if (ORDERED.contains(name)
                && !sorted
                && function.path("order_bys").path("orders").isEmpty()) {
            throw wrong(
                    function, name + "() needs an ORDER BY inside its parentheses, or its order is left to chance.");
        }
    }

    private void column(JsonNode column) {
        JsonNode names = column.path("column_names");
        String name = names.path(0).asString("");
        if (names.size() == 1 && CLOCKS.contains(name)) {
            throw wrong(column, name + " is not the snapshot's time. Use the column 'now' of the relation param.");
        }
    }

    private BadInput wrong(JsonNode node, String message) {
        long position = node.path("query_location").asLong(-1);
        boolean known = position >= 0 && position < sql.length();
        String line = known
                ? ":"
                        + (1
                                + sql.substring(0, (int) position)
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count())
                : "";
        return new BadInput(file + line + ": " + message);
    }
}
