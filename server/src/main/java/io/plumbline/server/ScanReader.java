package io.plumbline.server;

import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.Visible;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in a scan's manifest and journal, as far as somebody may see it. */
record ScanReader(Center center) {
    /** How an account was read. */
    record AccountJson(
            String id,
            String name,
            String status,
            boolean entered,
            int regions,
            long cells,
            long calls,
            long troubles) {}

    /** Something that rules needed and nobody could read. */
    record GapJson(
            String accountId,
            String accountName,
            String region,
            String table,
            String action,
            String code,
            String message,
            List<String> rules) {}

    private record Numbers(long cells, long calls, long troubles) {
        static final Numbers NONE = new Numbers(0, 0, 0);
    }

    Manifest manifest(String id) {
        return Center.found(() -> center.snapshots().get(id).manifest());
    }

    List<AccountJson> accounts(String id, Visible visible) {
        Map<String, Numbers> numbers = new HashMap<>();
        try (Database database = Database.open()) {
            center.snapshots().get(id).attach(database, List::of, List.of());
            database.each(
                    "select account_id, count(distinct (region, table_name)), coalesce(sum(calls), 0),"
                            + " count(*) filter (status <> 'read') from journal group by account_id",
                    row -> {
                        numbers.put(row.getString(1), new Numbers(row.getLong(2), row.getLong(3), row.getLong(4)));
                        return true;
                    });
        }
        return manifest(id).accounts().stream()
                .filter(account -> visible.holds(account.id()))
                .map(account -> json(account, numbers.getOrDefault(account.id(), Numbers.NONE)))
                .toList();
    }

    private static AccountJson json(Manifest.Account account, Numbers numbers) {
        return new AccountJson(
                account.id(),
                account.name(),
                account.status(),
                account.entered(),
                account.regions().size(),
                numbers.cells(),
                numbers.calls(),
                numbers.troubles());
    }

    static List<GapJson> gaps(Verdicts verdicts, Visible visible) {
        AccountNames names = AccountNames.of(verdicts.accounts());
        return verdicts.gaps().stream()
                .filter(gap -> visible.holds(gap.accountId()))
                .map(gap -> new GapJson(
                        gap.accountId(),
                        names.of(gap.accountId()),
                        gap.region(),
                        gap.table(),
                        gap.action(),
                        gap.code(),
                        gap.message(),
                        gap.rules()))
                .toList();
    }
}
