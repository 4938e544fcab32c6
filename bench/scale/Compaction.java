import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.TableSchema;
import io.plumbline.snapshot.TableWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A million rows of twelve columns into one Parquet file, sorted by account and region: as a scan does it (DuckDB reads the page logs'
 * JSON) and value by value through DuckDB's appender. Prints wall and CPU seconds of each. Run with a distribution's lib folder as class
 * path: {@code java -cp 'lib/*' bench/scale/Compaction.java FOLDER}.
 */
public final class Compaction {
    private static final int ROWS = 1_000_000;
    /** The engine's eight columns and four of the resource's own. */
    private static final TableSchema SCHEMA = TableSchema.of(
            "thing", "Things.", IntStream.range(0, 4).mapToObj(i -> Column.of("column_" + i, "VARCHAR")).toList(), false);

    private Compaction() {}

    private interface Work {
        void run() throws IOException, SQLException;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path log = folder.resolve("thing.ndjson.gz");
        writeLog(log);
        for (int round = 0; round < 3; round++) {
            measure("DuckDB reads the page log's JSON", () -> {
                try (Database database = Database.open()) {
                    database.update("copy (from (" + TableWriter.relation(SCHEMA, List.of(log))
                            + ") order by account_id, region, arn) to '" + folder.resolve("json.parquet")
                            + "' (format parquet, compression zstd)");
                }
            });
            measure("appender, value by value", () -> append(folder.resolve("appender.parquet")));
        }
        System.out.printf(
                "page log %d MB, Parquet %d MB%n",
                Files.size(log) >> 20, Files.size(folder.resolve("json.parquet")) >> 20);
    }

    private static String account(int row) {
        return String.valueOf(100_000_000_000L + (row * 7919L) % 1000);
    }

    private static String region(int row) {
        return "eu-west-" + row % 17;
    }

    /** As page logs are: members of some hundred rows each, an account's after another's. */
    private static void writeLog(Path log) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(log))) {
            for (int row = 0; row < ROWS; row += 200) {
                GZIPOutputStream member = new GZIPOutputStream(file, 1 << 14) {
                    {
                        def.setLevel(1);
                    }
                };
                for (int i = row; i < row + 200; i++) {
                    member.write(("{\"account_id\":\"" + account(row) + "\",\"region\":\"" + region(row)
                                    + "\",\"partition\":\"aws\",\"arn\":\"arn:aws:x:" + region(row) + ":" + account(row) + ":thing/" + i
                                    + "\",\"cell_region\":\"" + region(row) + "\",\"collected_at\":\"2026-11-22T10:00:00Z\",\"name\":\"thing-" + i
                                    + "\",\"tags\":{\"owner\":\"team-" + i % 40 + "\"},\"unread\":{},\"column_0\":\"available\",\"column_1\":\"value "
                                    + i % 1000 + "\",\"column_2\":\"10.0." + i % 256 + ".0/24\",\"column_3\":\"id-" + i + "\"}\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
                member.finish();
            }
        }
    }

    private static void append(Path parquet) throws SQLException {
        try (Database database = Database.open()) {
            database.execute("create table thing (account_id varchar, region varchar, partition varchar, arn varchar, name varchar, tags varchar,"
                    + " collected_at varchar, unread varchar, column_0 varchar, column_1 varchar, column_2 varchar, column_3 varchar)");
            try (DuckDBAppender appender =
                    database.connection().unwrap(DuckDBConnection.class).createAppender("main", "thing")) {
                for (int row = 0; row < ROWS; row++) {
                    int first = row - row % 200;
                    appender.beginRow();
                    for (String value : List.of(
                            account(first), region(first), "aws", "arn:aws:x:" + region(first) + ":" + account(first) + ":thing/" + row,
                            "thing-" + row, "{\"owner\":\"team-" + row % 40 + "\"}", "2026-11-22T10:00:00Z", "{}", "available",
                            "value " + row % 1000, "10.0." + row % 256 + ".0/24", "id-" + row)) {
                        appender.append(value);
                    }
                    appender.endRow();
                }
            }
            database.update("copy (from thing order by account_id, region, arn) to '" + parquet + "' (format parquet, compression zstd)");
        }
    }

    private static void measure(String name, Work work) throws IOException, SQLException {
        com.sun.management.OperatingSystemMXBean machine =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        System.out.printf(
                "%s\t%.1f\t%.1f%n", name, (System.nanoTime() - start) / 1e9, (machine.getProcessCpuTime() - cpu) / 1e9);
    }
}
