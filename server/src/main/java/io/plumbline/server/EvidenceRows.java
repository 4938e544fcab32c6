package io.plumbline.server;

import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.Visible;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.Sql;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows that verdicts rest on, and the journal that says when each was read, of the accounts that may be seen. */
final class EvidenceRows {
    private final Center center;
    private final Visible visible;
    private final Optional<Snapshot> snapshot;

    EvidenceRows(Center center, Verdicts verdicts, Visible visible) {
        this.center = center;
        this.visible = visible;
        String id = verdicts.head().snapshot();
        this.snapshot = center.snapshots().ids().contains(id)
                ? Optional.of(center.snapshots().get(id))
                : Optional.empty();
    }

    /** Whether the snapshot is still there: verdicts outlive it. */
    boolean kept() {
        return snapshot.isPresent();
    }

    void write(EvidenceZip zip, Collection<String> tables) {
        if (snapshot.isEmpty()) {
            return;
        }
        try (Database database = Database.open()) {
            snapshot.get().attach(database, center.types(), tables);
            for (String table : tables) {
                lines(zip, database, "rows/" + table + ".jsonl", Sql.name(table), "", "account_id, region, arn");
            }
            lines(
                    zip,
                    database,
                    "journal.jsonl",
                    "journal",
                    "table_name in ("
                            + tables.stream().map(Sql::text).collect(Collectors.joining(", ", "'', ", ""))
                            + ")",
                    "account_id, region, table_name, column_name, action");
        }
    }

    private void lines(EvidenceZip zip, Database database, String file, String table, String condition, String order) {
        String accounts = visible.accounts()
                .map(ids -> "account_id in ("
                        + ids.stream().sorted().map(Sql::text).collect(Collectors.joining(", ", "'', ", "")) + ")")
                .orElse("true");
        String select = "select to_json(t)::varchar from (select * from " + table + " where " + accounts
                + (condition.isEmpty() ? "" : " and " + condition) + " order by " + order + ") t";
        zip.lines(
                file,
                out -> database.each(select, row -> {
                    out.accept(row.getString(1));
                    return true;
                }));
    }
}
