package io.plumbline.inventory;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.MovingFields;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table {@code asset}. An ARN stands in it once: of several rows the one counts that is of no {@linkplain SideTables side table},
 * and then the one that the ARN's own account and region showed. It is sorted by account, region and type; {@code id} is the place in
 * this order.
 */
final class AssetTable {
    private final Derivation derivation;

    AssetTable(Derivation derivation) {
        this.derivation = derivation;
    }

    void write(List<TableSchema> tables) throws IOException {
        List<String> parts =
                tables.stream().map(table -> "part-" + table.name()).toList();
        derivation.write("part-", "select " + String.join(", ", columns()) + " where false");
        for (TableSchema table : tables) {
            derivation.write("part-" + table.name(), rows(table));
        }
        String all = derivation.read("part-*");
        derivation
                .database()
                .execute("create temp table twice as select arn, list_sort(list(distinct type)) as tables from " + all
                        + " group by arn having count(*) > 1");
        derivation.write(
                "sorted",
                "select arn, type, [type] as tables, account_id, region, partition, name, tags, created, hash, collected_at from "
                        + all + " where arn not in (select arn from twice)"
                        + " union all by name select * exclude (side) replace (t.tables as tables) from (select *, null as tables from "
                        + all
                        + " where arn in (select arn from twice) qualify row_number() over (partition by arn order by side,"
                        + " account_id <> split_part(arn, ':', 5), region <> split_part(arn, ':', 4), length(type), type, account_id,"
                        + " region) = 1) r join twice t using (arn)"
                        + " order by account_id, region, type, arn");
        derivation.write(
                "asset",
                "select file_row_number::integer as id, * exclude (file_row_number) from read_parquet("
                        + derivation
                                .read("sorted")
                                .substring("read_parquet(".length())
                                .replaceAll("\\)$", "")
                        + ", file_row_number = true)",
                ", row_group_size 4096");
        derivation.delete(parts);
        derivation.delete(List.of("part-", "sorted"));
        derivation.database().execute("drop table twice");
    }

    private static List<String> columns() {
        return List.of(
                "''::varchar as arn",
                "''::varchar as type",
                "false as side",
                "''::varchar as account_id",
                "''::varchar as region",
                "''::varchar as partition",
                "''::varchar as name",
                "map {}::map(varchar, varchar) as tags",
                "null::timestamptz as created",
                "''::varchar as hash",
                "null::timestamptz as collected_at");
    }

    private static String rows(TableSchema table) {
        return "select arn, " + Sql.text(table.name()) + " as type, " + SideTables.contains(table.name())
                + " as side, account_id, region, partition, name, tags, " + CreationTime.sql(table) + " as created, "
                + hash(table) + " as hash, collected_at from " + Sql.name(table.name()) + " where arn <> ''";
    }

    /** Sixty-four bits of what is configured, by DuckDB's own hash, since SHA-256 over the text of every row costs twelve times as much. */
    private static String hash(TableSchema table) {
        List<String> engine =
                TableSchema.ENGINE_COLUMNS.stream().map(Column::name).toList();
        String configured = table.columns().stream()
                .filter(column -> !engine.contains(column.name()) && !MovingFields.moves(column.name()))
                .map(Column::quoted)
                .collect(Collectors.joining(", "));
        return "lpad(lower(hex(hash(arn, name, tags" + (configured.isEmpty() ? "" : ", " + configured)
                + "))), 16, '0')";
    }
}
