package io.plumbline.snapshot;

import io.plumbline.model.BadInput;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a SELECT reads, taken from DuckDB's own parse tree.
 *
 * @param tables names of tables and views, those that the statement defines itself (CTEs) left out
 * @param commonTables names that the statement defines itself
 * @param columns every word of every column reference: for {@code t.status.is_logging} all three
 */
public record SqlReferences(Set<String> tables, Set<String> commonTables, Set<String> columns) {

    /**
     * Reads a statement's references.
     *
     * @throws BadInput if it is not exactly one SELECT
     */
    public static SqlReferences of(Database database, String sql) {
        JsonNode tree = JsonMapper.shared()
                .readTree(database.text("select json_serialize_sql(" + Sql.text(sql) + ")::varchar"));
        if (tree.path("error").asBoolean(false)) {
            throw new BadInput("Not a SELECT that can be run: "
                    + tree.path("error_message").asString("") + position(tree));
        }
        if (tree.path("statements").size() != 1) {
            throw new BadInput("Exactly one SELECT is wanted, here are "
                    + tree.path("statements").size() + ".");
        }
        SqlReferences found = new SqlReferences(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        found.walk(tree);
        found.tables.removeAll(found.commonTables);
        return found;
    }

    private static String position(JsonNode tree) {
        return tree.has("position") ? " (at character " + tree.path("position").asString("") + ")" : "";
    }

    private void walk(JsonNode node) {
        if (node.isObject()) {
            String type = node.path("type").asString("");
            if (type.equals("BASE_TABLE")) {
                tables.add(node.path("table_name").asString(""));
            } else if (type.equals("COLUMN_REF")) {
                node.path("column_names").forEach(name -> columns.add(name.asString("")));
            }
            node.path("cte_map")
                    .path("map")
                    .forEach(entry -> commonTables.add(entry.path("key").asString("")));
        }
        node.forEach(this::walk);
    }
}
