package io.plumbline.cli;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a snapshot that might have been an earlier scan of the same: a copy of another one, its rows and its scope changed. */
final class OlderScan {
    private OlderScan() {}

    /**
     * Makes one in the same home.
     *
     * @param edits for a table's name ({@code journal} is one), statements that change the table of that name
     */
    static void make(Path home, String of, String id, String scope, Map<String, List<String>> edits)
            throws IOException {
        Path snapshots = home.resolve("snapshots");
        Path copy = snapshots.resolve(id);
        try (Stream<Path> files = Files.walk(snapshots.resolve(of))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(snapshots.resolve(of).relativize(file)));
            }
        }
        Path manifest = copy.resolve("manifest.json");
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(manifest));
        tree.put("id", id).put("now", "2026-11-19T06:00:00Z").put("scope", scope);
        for (Map.Entry<String, List<String>> edit : edits.entrySet()) {
            String table = edit.getKey();
            boolean journal = table.equals("journal");
            Path parquet = copy.resolve(journal ? "journal.parquet" : "tables/" + table + ".parquet");
            ObjectNode file = (ObjectNode)
                    (journal ? tree.path("journal") : tree.path("tables").path(table));
            file.put("rows", edited(table, parquet, edit.getValue()))
                    .put("bytes", Files.size(parquet))
                    .put("sha256", sha256(parquet));
        }
        Files.write(manifest, JsonMapper.shared().writeValueAsBytes(tree));
        if (!new SnapshotStore(home).ids().contains(id)) {
            throw new IllegalStateException(id + " did not become a snapshot");
        }
    }

    private static long edited(String table, Path parquet, List<String> statements) {
        try (Database database = Database.open()) {
            database.execute("create table " + table + " as from read_parquet('" + parquet + "')");
            statements.forEach(database::execute);
            database.execute("copy " + table + " to '" + parquet + "' (format parquet)");
            return database.number("select count(*) from " + table);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
