package io.plumbline.inventory;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.TableSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** An organization of invented things, written as a scan would have left it: real Parquet, real tables. */
final class World {
    static final String FIRST = "111122223333";
    static final String SECOND = "444455556666";
    static final String REGION = "eu-west-1";
    static final AwsTypes TYPES = AwsTypes.load();

    private final Path home;
    private final Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    private final List<Map<String, Object>> journal = new ArrayList<>();
    private final Map<String, List<String>> focus = new TreeMap<>();

    World(Path home) {
        this.home = home;
    }

    SnapshotStore store() {
        return new SnapshotStore(home);
    }

    static String arn(String account, String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + account + ":" + resource;
    }

    /** A row in the first account; columns and values alternate. */
    World row(String table, String arn, Object... columns) {
        return rowOf(table, FIRST, REGION, arn, columns);
    }

    World rowOf(String table, String account, String region, String arn, Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of(
                "account_id",
                account,
                "region",
                region,
                "partition",
                "aws",
                "arn",
                arn,
                "collected_at",
                "2026-06-30T12:00:00Z"));
        for (int i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1]);
        }
        rows.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
        return this;
    }

    /** A table that was asked for, in both accounts; it need not have rows. */
    World read(String... tables) {
        for (String table : tables) {
            cell(FIRST, REGION, table, "read", "");
            cell(SECOND, REGION, table, "read", "");
        }
        return this;
    }

    World cell(String account, String region, String table, String status, String code) {
        rows.computeIfAbsent(table, name -> new ArrayList<>());
        journal.add(Map.of(
                "account_id",
                account,
                "region",
                region,
                "table_name",
                table,
                "column_name",
                "",
                "action",
                "x:List",
                "status",
                status,
                "calls",
                1,
                "row_count",
                0,
                "code",
                code));
        return this;
    }

    World focus(String table) {
        focus.put(table, List.of("select 1"));
        return this;
    }

    Snapshot write(String id) {
        try {
            Path lines = Files.createDirectories(home.resolve("lines-" + id));
            Map<TableSchema, List<Path>> tables = new LinkedHashMap<>();
            for (Map.Entry<String, List<Map<String, Object>>> table : rows.entrySet()) {
                TableSchema schema = TYPES.table(table.getKey()).orElseThrow();
                tables.put(
                        schema,
                        table.getValue().isEmpty() ? List.of() : List.of(gzip(lines, schema.name(), table.getValue())));
            }
            List<Map<String, Object>> cells = new ArrayList<>(journal);
            cells.add(Map.of(
                    "account_id",
                    FIRST,
                    "region",
                    "global",
                    "table_name",
                    "none",
                    "column_name",
                    "",
                    "status",
                    "read"));
            Instant now = Instant.parse(id.replaceFirst("T(..)-(..)-(..)Z", "T$1:$2:$3Z"));
            Manifest.TableFile nothing = new Manifest.TableFile(0, 0, "");
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    id,
                    now,
                    now,
                    "test",
                    "aws",
                    "arn:aws:iam::" + FIRST + ":root",
                    "test",
                    List.of(account(FIRST, "first"), account(SECOND, "second")),
                    focus,
                    Map.of(),
                    nothing);
            try (Database database = Database.open()) {
                return store().write(
                                manifest,
                                tables,
                                JournalEntry.relation(List.of(gzip(lines, "journal", cells))),
                                database);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest.Account account(String id, String name) {
        return new Manifest.Account(
                id,
                name,
                "ACTIVE",
                true,
                List.of("Root", "Workloads"),
                List.of("r-ab12", "ou-ab12-11111111"),
                List.of(REGION));
    }

    private static Path gzip(Path folder, String name, List<Map<String, Object>> rows) throws IOException {
        Path file = folder.resolve(name + ".json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map<String, Object> row : rows) {
                out.write((JsonMapper.shared().writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    Inventory inventory() {
        return Inventory.of(write("2026-06-30T12-00-00Z"), TYPES);
    }

    /** The rows of a query over the derived tables, columns joined by a bar. */
    static List<String> ask(Inventory inventory, String sql) {
        try (Database database = Database.open()) {
            inventory.attach(database);
            return database.query(sql, row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(row.getObject(i)));
                }
                return String.join(" | ", cells);
            });
        }
    }
}
