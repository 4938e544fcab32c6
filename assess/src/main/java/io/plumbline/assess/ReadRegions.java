package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The regions that a scan read. Some rules find units outside of them: an account's list of regions names those that nobody looked into,
 * and a region where nobody looked is neither good nor bad.
 */
final class ReadRegions {
    private static final String TABLE = "plumbline_read_region";

    /** By account; empty where everything counts as read, as in the cases of rules. */
    private final Optional<Map<String, Set<String>>> byAccount;

    private ReadRegions(Optional<Map<String, Set<String>>> byAccount) {
        this.byAccount = byAccount;
    }

    /** What a scan read. In an account that it entered and where it had no region to read, that is what is global. */
    static ReadRegions of(Manifest manifest) {
        Map<String, Set<String>> regions = new HashMap<>();
        manifest.accounts().forEach(account -> regions.put(account.id(), Set.copyOf(account.regions())));
        return new ReadRegions(Optional.of(regions));
    }

    /** Nothing is left out. */
    static ReadRegions everywhere() {
        return new ReadRegions(Optional.empty());
    }

    boolean holds(String accountId, String region) {
        return region.equals("global")
                || byAccount
                        .map(regions ->
                                regions.getOrDefault(accountId, Set.of()).contains(region))
                        .orElse(true);
    }

    /** Makes the relation that {@link #outside} asks. */
    void create(Database database) {
        // Most accounts have the same regions; a literal for each pair would take longer than the rules.
        Map<Set<String>, List<String>> accounts = byAccount.orElse(Map.of()).entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        List<String> rows = accounts.entrySet().stream()
                .map(same -> "(" + SqlValues.texts(same.getValue()) + ", " + SqlValues.texts(same.getKey()) + ")")
                .toList();
        database.execute("create or replace table " + TABLE
                + " as select account_id, unnest(regions) as region from (select unnest(accounts) as account_id, regions from ("
                + SqlValues.rows(List.of("accounts VARCHAR[]", "regions VARCHAR[]"), rows) + "))");
    }

    /** The condition that a row with account_id and region stands where nobody looked; empty if none does. */
    Optional<String> outside() {
        return byAccount.map(regions -> "region <> 'global' and (account_id, region) not in (from " + TABLE + ")");
    }
}
