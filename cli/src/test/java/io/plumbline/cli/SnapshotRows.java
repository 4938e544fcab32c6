package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.TableSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that the only snapshot of a home holds, without what differs from one scan of the same to the next. */
final class SnapshotRows {
    private static final String OF_JOURNAL =
            "select account_id, region, table_name, column_name, action, status, calls, row_count, code from journal";

    private SnapshotRows() {}

    /**
     * Each table's rows in a fixed order, without {@code collected_at}; and the journal without times and throttling.
     *
     * @throws IllegalStateException if the home does not hold exactly one snapshot
     */
    static Map<String, List<String>> of(Path home) {
        SnapshotStore store = new SnapshotStore(home);
        if (store.ids().size() != 1) {
            throw new IllegalStateException(home + " holds the snapshots " + store.ids());
        }
        Snapshot snapshot = store.get(store.ids().getFirst());
        AwsTypes types = AwsTypes.load();
        Map<String, List<String>> tables = new TreeMap<>();
        try (Database database = Database.open()) {
            snapshot.attach(database, types);
            for (TableSchema table : types.tables()) {
                if (snapshot.manifest().tables().containsKey(table.name())) {
                    tables.put(table.name(), rows(database, "select * exclude (collected_at) from " + table.name()));
                }
            }
            tables.put("journal", rows(database, OF_JOURNAL));
        }
        return tables;
    }

    private static List<String> rows(Database database, String select) {
        return database.query("select row::varchar from (" + select + ") row order by 1", row -> row.getString(1));
    }
}
