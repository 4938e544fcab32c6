package io.plumbline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Findings as far as an exception asks about them, one after the other and never all at once. */
final class OpenFindings {
    /** A finding, and the exception that covered it so far. */
    record Row(String id, String rule, CoveredScope.Target target, Optional<String> exception) {}

    private final Handle handle;
    private final LedgerAccounts known;
    private final Map<String, Set<String>> units = new HashMap<>();

    OpenFindings(Handle handle) {
        this.handle = handle;
        this.known = LedgerAccounts.of(handle);
    }

    /**
     * Those that match.
     *
     * @param tagged whether anybody will ask for tags: to parse those of 50,000 assets for nothing takes longer than the rest
     */
    void each(Where where, boolean tagged, Consumer<Row> consumer) {
        try (var rows = where.bind(handle.createQuery("select id, rule, account_id, region, unit, asset, exception"
                        + (tagged ? ", tags" : "") + " from finding" + where.sql()))
                .setFetchSize(1000)
                .map((row, context) -> row(row, tagged))
                .iterator()) {
            rows.forEachRemaining(consumer);
        }
    }

    private Row row(ResultSet row, boolean tagged) throws SQLException {
        String account = row.getString("account_id");
        return new Row(
                row.getString("id"),
                row.getString("rule"),
                new CoveredScope.Target(
                        account,
                        units.computeIfAbsent(account, known::units),
                        row.getString("region"),
                        row.getString("unit"),
                        Columns.optionalText(row, "asset"),
                        tagged ? Columns.tags(row.getString("tags")) : Map.of()),
                Columns.optionalText(row, "exception"));
    }
}
