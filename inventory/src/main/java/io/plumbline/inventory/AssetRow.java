package io.plumbline.inventory;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one table says of one asset.
 *
 * @param configuration the table's own columns that are not null
 * @param unread its detail columns that could not be read for this asset
 */
record AssetRow(String table, String accountId, String region, JsonNode configuration, Set<String> unread) {

    /** Reads it from a database that the table is attached to; of several rows of one ARN the one of its own account and region. */
    static Optional<AssetRow> read(Database database, TableSchema table, String arn) {
        Set<String> engine =
                TableSchema.ENGINE_COLUMNS.stream().map(Column::name).collect(Collectors.toSet());
        String own = table.columns().stream()
                .filter(column -> !engine.contains(column.name())
                        || column.name().equals("name")
                        || column.name().equals("tags"))
                .map(column -> Sql.text(column.name()) + ": " + column.quoted())
                .collect(Collectors.joining(", ", "{", "}"));
        List<AssetRow> rows = database.query(
                "select account_id, region, to_json(" + own
                        + ")::varchar, array_to_string(coalesce(map_keys(unread), []), ',') from "
                        + Sql.name(table.name()) + " where arn = " + Sql.text(arn)
                        + " order by account_id <> split_part(arn, ':', 5), region <> split_part(arn, ':', 4), account_id, region limit 1",
                row -> new AssetRow(
                        table.name(),
                        row.getString(1),
                        row.getString(2),
                        JsonMapper.shared().readTree(row.getString(3)),
                        Set.of(row.getString(4).split(","))));
        return rows.stream().findFirst();
    }
}
