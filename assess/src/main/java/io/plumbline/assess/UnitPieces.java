package io.plumbline.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Divides units into pieces that can be sorted one by one, since to sort all at once would take more memory than there is: small rules
 * together, a large one by its accounts. How many there are is known, so nothing is asked for a rule without units.
 */
final class UnitPieces {
    private static final long AT_ONCE = 50_000;
    private static final String ALL = "true";

    private final List<String> pieces = new ArrayList<>();
    private final List<String> together = new ArrayList<>();
    private long units;

    /** A SELECT for each piece, of rules one after another. */
    List<String> selects() {
        flush();
        return List.copyOf(pieces);
    }

    /**
     * Adds a rule after those that are there.
     *
     * @param counts of the rule's units, by account
     * @param select the SELECT for its units, of which a condition on {@code v} leaves some
     */
    void add(Map<String, UnitCounts> counts, UnaryOperator<String> select) {
        long count = counts.values().stream().mapToLong(UnitCounts::units).sum();
        if (count == 0) {
            return;
        }
        if (units + count > AT_ONCE) {
            flush();
        }
        if (count <= AT_ONCE) {
            together.add("(" + select.apply(ALL) + ")");
            units += count;
            return;
        }
        for (String condition : conditions(counts)) {
            together.add("(" + select.apply(condition) + ")");
            flush();
        }
    }

    private static List<String> conditions(Map<String, UnitCounts> counts) {
        List<String> conditions = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        long found = 0;
        for (Map.Entry<String, UnitCounts> account : new TreeMap<>(counts).entrySet()) {
            accounts.add(account.getKey());
            found += account.getValue().units();
            if (found > AT_ONCE) {
                conditions.add(between(accounts));
                accounts.clear();
                found = 0;
            }
        }
        if (!accounts.isEmpty()) {
            conditions.add(between(accounts));
        }
        return conditions;
    }

    private static String between(List<String> accounts) {
        return "v.account_id between " + SqlValues.text(accounts.getFirst()) + " and "
                + SqlValues.text(accounts.getLast());
    }

    private void flush() {
        if (!together.isEmpty()) {
            pieces.add("select * from (" + String.join(" union all ", together) + ")");
            together.clear();
            units = 0;
        }
    }
}
