package io.plumbline.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes snapshots of a day each, their rows given as a scan would give them: JSON lines in gzip. */
final class Days implements AutoCloseable {
    static final Instant FIRST = Instant.parse("2026-11-01T06:00:00Z");
    static final String ACCOUNT = "210000000001";

    private final Path home;
    private final SnapshotStore store;
    private final Database database = Database.open();
    private String scope = "organization; all enabled regions";

    Days(Path home, Sharing.Limits limits) {
        this.home = home;
        this.store = new SnapshotStore(home, limits);
    }

    /** However small a table is, it stands on layers. */
    static Days at(Path home) {
        return new Days(home, new Sharing.Limits(Sharing.Limits.STANDARD.mostLayers(), 0));
    }

    SnapshotStore store() {
        return store;
    }

    Days scope(String words) {
        this.scope = words;
        return this;
    }

    static TableSchema schema(String name, Column... own) {
        return TableSchema.of(name, "", List.of(own), false);
    }

    static Schemas schemas(TableSchema... tables) {
        return () -> List.of(tables);
    }

    static String id(int day) {
        return SnapshotIds.fresh(moment(day), List.of());
    }

    private static Instant moment(int day) {
        return FIRST.plus(day, ChronoUnit.DAYS);
    }

    /** A row of a table in a region's cell. */
    static Map<String, Object> row(String region, String arn, Map<String, ?> more) {
        Map<String, Object> row = new TreeMap<>(
                Map.of("account_id", ACCOUNT, "region", region, "cell_region", region, "arn", arn, "partition", "aws"));
        row.put("tags", Map.of());
        row.put("unread", Map.of());
        row.putAll(more);
        return row;
    }

    /** A line of the journal: a list operation that was answered at the snapshot's time. */
    static Map<String, Object> read(int day, String table, String region) {
        return entry(day, table, region, "read");
    }

    static Map<String, Object> entry(int day, String table, String region, String status) {
        return new TreeMap<>(Map.of(
                "account_id",
                ACCOUNT,
                "region",
                region,
                "table_name",
                table,
                "column_name",
                "",
                "action",
                "test:List",
                "status",
                status,
                "read_at",
                moment(day).plusSeconds(5).toString(),
                "taken_from",
                ""));
    }

    /** Writes the snapshot of a day. */
    Snapshot write(int day, Map<TableSchema, List<Map<String, Object>>> rows, List<Map<String, Object>> journal) {
        return write(id(day), moment(day), rows, journal);
    }

    Snapshot write(
            String id,
            Instant now,
            Map<TableSchema, List<Map<String, Object>>> rows,
            List<Map<String, Object>> journal) {
        Map<TableSchema, List<Path>> tables = new TreeMap<>(java.util.Comparator.comparing(TableSchema::name));
        rows.forEach((table, lines) ->
                tables.put(table, lines.isEmpty() ? List.of() : List.of(file(table.name(), lines))));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                id,
                now,
                now.plusSeconds(60),
                "test",
                "aws",
                "arn:aws:iam::" + ACCOUNT + ":root",
                scope,
                List.of(new Manifest.Account(
                        ACCOUNT, "one", "ACTIVE", true, List.of(), List.of(), List.of("eu-west-1", "us-east-1"))),
                Map.of(),
                Map.of(),
                new Manifest.TableFile(0, 0, ""));
        return store.write(manifest, tables, JournalEntry.relation(List.of(file("journal", journal))), database);
    }

    private Path file(String name, List<Map<String, Object>> lines) {
        Path file = home.resolve(name + ".ndjson.gz");
        try {
            Files.createDirectories(home);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                for (Map<String, Object> line : lines) {
                    out.write((JsonMapper.shared().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** All rows of a table as text, in a fixed order. */
    List<String> rows(Snapshot snapshot, TableSchema table) {
        snapshot.attach(database, schemas(table), "one_day");
        List<String> rows = texts("one_day." + table.name());
        database.execute("drop schema one_day cascade");
        return rows;
    }

    /** The same of rows that were never written, without the time. */
    List<String> given(TableSchema table, List<Map<String, Object>> lines) {
        return lines.isEmpty()
                ? List.of()
                : texts("(" + TableWriter.relation(table, List.of(file("given", lines))) + ")");
    }

    private List<String> texts(String relation) {
        return database.query(
                "select row::varchar from (select * exclude (collected_at) from " + relation + ") row order by 1",
                row -> row.getString(1));
    }

    @Override
    public void close() {
        database.close();
    }
}
