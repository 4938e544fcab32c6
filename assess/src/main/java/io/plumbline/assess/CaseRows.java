package io.plumbline.assess;

import io.plumbline.model.Partition;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.TableSchema;
import io.plumbline.snapshot.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a case, with what a scan adds to each. */
final class CaseRows {
    private static final String ACCOUNTS = "aws_account";

    private final Schemas schemas;

    CaseRows(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Where a row of a table is from if the case does not say: the services that AWS has once for the world are {@code global}. */
    static String region(String table, Partition partition) {
        return table.startsWith("aws_iam_") || table.equals(ACCOUNTS) ? "global" : partition.homeRegion();
    }

    TableSchema known(YamlMap yaml, String table) {
        return schemas.table(table)
                .orElseThrow(() -> yaml.wrong("there is no table '" + table + "'. "
                        + Nearest.hint(
                                table,
                                schemas.tables().stream().map(TableSchema::name).toList())));
    }

    Map<String, List<Map<String, Object>>> read(
            YamlMap yaml, Partition partition, Instant now, List<Manifest.Account> accounts) {
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        yaml.anyMap("tables")
                .ifPresent(map -> map.keys().forEach(table -> {
                    TableSchema schema = known(map, table);
                    tables.put(
                            table,
                            map.anyList(table).stream()
                                    .map(row -> row(row, schema, partition, now))
                                    .toList());
                }));
        if (schemas.table(ACCOUNTS).isPresent()) {
            tables.computeIfAbsent(ACCOUNTS, table -> accounts(partition, now, accounts));
        }
        return tables;
    }

    private static Map<String, Object> row(YamlMap yaml, TableSchema schema, Partition partition, Instant now) {
        List<String> names = schema.columns().stream().map(Column::name).toList();
        for (String column : yaml.keys()) {
            if (!names.contains(column) && !column.equals(TableWriter.CELL_REGION)) {
                throw yaml.wrong(column, "is no column of " + schema.name() + ". " + Nearest.hint(column, names));
            }
        }
        Map<String, @Nullable Object> given = yaml.plain();
        Map<String, Object> row = standard(schema.name(), partition, now);
        given.forEach((column, value) -> {
            if (value == null) {
                row.remove(column);
            } else {
                row.put(column, value);
            }
        });
        row.putIfAbsent(TableWriter.CELL_REGION, row.getOrDefault("region", "global"));
        return row;
    }

    private static Map<String, Object> standard(String table, Partition partition, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account_id", CaseFile.ACCOUNT);
        row.put("region", region(table, partition));
        row.put("partition", partition.id());
        row.put("tags", Map.of());
        row.put("unread", Map.of());
        row.put("collected_at", now.toString());
        return row;
    }

    /** Every account stands in its own table, as a scan finds it there. */
    private static List<Map<String, Object>> accounts(
            Partition partition, Instant now, List<Manifest.Account> accounts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Manifest.Account account : accounts) {
            Map<String, Object> row = standard(ACCOUNTS, partition, now);
            row.put("account_id", account.id());
            row.put("arn", partition.arn("iam", "", account.id(), "root").toString());
            row.put("name", account.name());
            row.put("display_name", account.name());
            row.put("status", account.status());
            row.put("ous", account.ous());
            row.put("ou_ids", account.ouIds());
            row.put("entered", account.entered());
            rows.add(row);
        }
        return rows;
    }
}
