package io.plumbline.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The organizational units that each account is in: names and ids, from the root down, so that a unit stands for those below it too.
 *
 * @param byAccount of every account that an assessment ever had in scope
 */
record AccountUnits(Map<String, Set<String>> byAccount) {
    static AccountUnits read(Handle handle) {
        Map<String, Set<String>> words = new HashMap<>();
        handle.createQuery("select id, ous, ou_ids from account")
                .map((row, context) -> {
                    Set<String> units = new HashSet<>(Columns.texts(row.getString("ous")));
                    units.addAll(Columns.texts(row.getString("ou_ids")));
                    return Map.entry(row.getString("id"), units);
                })
                .forEach(entry -> words.put(entry.getKey(), entry.getValue()));
        return new AccountUnits(words);
    }

    Set<String> of(String account) {
        return byAccount.getOrDefault(account, Set.of());
    }

    /** Accounts that are in any of these units. */
    Set<String> in(Collection<String> ous) {
        return byAccount.entrySet().stream()
                .filter(entry -> ous.stream().anyMatch(entry.getValue()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
