package io.plumbline.snapshot;

import java.util.ArrayList;
import java.util.List;

/** Shares out the rows of a table by their accounts, so that a part fits into memory however long the table is. */
final class AccountParts {
    /** Rows of a part. */
    private static final long ROWS = 100_000;

    private AccountParts() {}

    /** Conditions on {@code account_id} that each row of any table of the kind fulfils exactly one of. */
    static List<String> of(Database database, String relation) {
        List<String> last = new ArrayList<>();
        long[] counted = new long[1];
        database.each(
                "select account_id, count(*) from " + relation + " where account_id is not null group by 1 order by 1",
                row -> {
                    counted[0] += row.getLong(2);
                    if (counted[0] >= ROWS) {
                        last.add(row.getString(1));
                        counted[0] = 0;
                    }
                    return true;
                });
        if (last.isEmpty()) {
            return List.of("true");
        }
        List<String> parts = new ArrayList<>();
        String from = "";
        for (String account : last) {
            parts.add(from + "account_id <= " + Sql.text(account));
            from = "account_id > " + Sql.text(account) + " and ";
        }
        parts.add("account_id > " + Sql.text(last.getLast()) + " or account_id is null");
        return parts;
    }
}
