package io.plumbline.collect;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Relations of what a scan is of, for the SQL that decides what else is taken over. */
final class TakenTables {
    /** account_id, region, table_name: the cells to take from a snapshot. */
    static final String CELLS = "taken_cell";

    /** account_id, region, scanned: where the scan looks, and where it could. */
    static final String PLACES = "taken_place";

    private final Database database;
    private final Path folder;

    TakenTables(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Where the scan looks, and the regions that are switched on besides. */
    void places(Entrance.Accounts accounts) throws IOException {
        List<Map<String, Object>> places = new ArrayList<>();
        for (Account account : accounts.entered()) {
            places.add(Map.of("account_id", account.id(), "region", "global", "scanned", true));
            enabled(account)
                    .forEach(region -> places.add(
                            Map.of("account_id", account.id(), "region", region, "scanned", account.scans(region))));
        }
        accounts.closed()
                .forEach(closed -> places.add(Map.of("account_id", closed.id(), "region", "", "scanned", true)));
        load(PLACES, "account_id: 'VARCHAR', region: 'VARCHAR', scanned: 'BOOLEAN'", places);
    }

    private static List<String> enabled(Account account) {
        return account.regions().stream()
                .filter(region -> !"not-opted-in".equals(region.optInStatus()))
                .map(region -> region.regionName())
                .toList();
    }

    void cells(List<Cell> planned) throws IOException {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Cell cell : planned) {
            cell.sources()
                    .forEach(source -> cells.add(Map.of(
                            "account_id", cell.account().id(), "region", cell.region(), "table_name", source.table())));
        }
        load(CELLS, "account_id: 'VARCHAR', region: 'VARCHAR', table_name: 'VARCHAR'", cells);
    }

    /** Java's way to many rows in DuckDB: JSON lines, since a literal of them would take long to parse. */
    private void load(String name, String columns, List<Map<String, Object>> rows) throws IOException {
        Path file = folder.resolve(name + ".ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (Map<String, Object> row : rows) {
                out.write(JsonMapper.shared().writeValueAsBytes(row));
                out.write('\n');
            }
        }
        database.execute("create or replace temp table " + name + " as from read_json(" + Sql.text(file.toString())
                + ", format = 'newline_delimited', compression = 'gzip', columns = {" + columns + "})");
        Files.delete(file);
    }
}
