package io.plumbline.assess;

import io.plumbline.snapshot.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an account stands in its organization, for what is set by place.
 *
 * @param account its id
 * @param units names and ids of the units that it is in, the innermost first; of one unit the id comes before the name
 */
public record AccountPlace(String account, List<String> units) {
    public AccountPlace {
        units = List.copyOf(units);
    }

    /**
     * Made of what a manifest or the ledger says.
     *
     * @param names of the units, from the root down
     * @param ids of the units, the root's first; the root has an id, but no name of its own
     */
    public static AccountPlace of(String account, List<String> names, List<String> ids) {
        List<String> units = new ArrayList<>();
        // They end with the same unit, and not always begin with the same.
        for (int out = 1; out <= Math.max(names.size(), ids.size()); out++) {
            if (out <= ids.size()) {
                units.add(ids.get(ids.size() - out));
            }
            if (out <= names.size()) {
                units.add(names.get(names.size() - out));
            }
        }
        return new AccountPlace(account, units);
    }

    static AccountPlace of(Manifest.Account account) {
        return of(account.id(), account.ous(), account.ouIds());
    }
}
