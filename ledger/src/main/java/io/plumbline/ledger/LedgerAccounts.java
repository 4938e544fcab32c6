package io.plumbline.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The accounts that the ledger knows, ordered by id.
 *
 * @param all by id
 */
record LedgerAccounts(Map<String, LedgerAccount> all) {

    static LedgerAccounts of(Handle handle) {
        Map<String, LedgerAccount> all = new LinkedHashMap<>();
        handle.createQuery(
                        "select id, name, status, entered, ous, ou_ids, regions, assessment from account order by id")
                .map((row, context) -> new LedgerAccount(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        Columns.texts(row.getString(5)),
                        Columns.texts(row.getString(6)),
                        Columns.texts(row.getString(7)),
                        row.getString(8)))
                .forEach(account -> all.put(account.id(), account));
        return new LedgerAccounts(all);
    }

    /** The name of an account; its id if it is not known. */
    String name(String id) {
        return Optional.ofNullable(all.get(id)).map(LedgerAccount::name).orElse(id);
    }

    /** Names and ids of the units that an account is in; none if it is not known. */
    Set<String> units(String id) {
        return Optional.ofNullable(all.get(id)).map(LedgerAccount::units).orElse(Set.of());
    }

    /** Ids of the accounts that are in any of these units, said by name or id. */
    Set<String> in(Collection<String> units) {
        return all.values().stream()
                .filter(account -> units.stream().anyMatch(account.units()::contains))
                .map(LedgerAccount::id)
                .collect(Collectors.toSet());
    }

    List<LedgerAccount> visible(Visible visible) {
        return all.values().stream()
                .filter(account -> visible.holds(account.id()))
                .toList();
    }

    /**
     * What of the visible accounts somebody wants to see.
     *
     * @param accounts ids; empty for all
     * @param units as {@link LedgerAccount#within} takes them; empty for all
     */
    Visible choose(Visible visible, Set<String> accounts, Set<String> units) {
        Visible chosen = accounts.isEmpty() ? visible : visible.and(accounts);
        return units.isEmpty()
                ? chosen
                : chosen.and(all.values().stream()
                        .filter(account -> account.within(units))
                        .map(LedgerAccount::id)
                        .collect(Collectors.toSet()));
    }
}
