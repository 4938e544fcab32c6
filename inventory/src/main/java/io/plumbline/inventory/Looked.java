package io.plumbline.inventory;

import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.Sql;
import java.util.stream.Collectors;

/**
 * The temporary table {@code looked}: for each account, region and table whether the list was read whole, and why not. A table that was
 * read in part, because a rule wanted only some of its rows, was not read whole.
 */
final class Looked {
    private Looked() {}

    static void attach(Database database, Snapshot snapshot) {
        String inPart = snapshot.manifest().focus().keySet().stream()
                .map(Sql::text)
                .collect(Collectors.joining(", ", "[", "]::varchar[]"));
        database.execute("create or replace temp table looked as select account_id, region, table_name,"
                + " bool_and(status = " + Sql.text(CellStatus.READ.word()) + ") and not list_contains(" + inPart
                + ", table_name) as whole,"
                + " coalesce(any_value(action || ': ' || coalesce(nullif(code, ''), status)) filter (status <> "
                + Sql.text(CellStatus.READ.word()) + "), 'read in part') as why"
                + " from journal where column_name in ('', '*') group by account_id, region, table_name");
    }
}
