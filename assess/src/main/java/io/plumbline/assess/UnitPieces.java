package io.plumbline.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Divides all units into pieces that can be sorted one by one: small rules together, a large one by its accounts. */
final class UnitPieces {
    private static final long AT_ONCE = 50_000;
    private static final String ALL = "true";

    private final AssessmentResult result;
    private final BiFunction<Rule, String, String> select;
    private final List<String> pieces = new ArrayList<>();
    private final List<String> together = new ArrayList<>();
    private long units;

    /** @param select the SELECT for a rule's units, of which a condition on {@code v} leaves some */
    UnitPieces(AssessmentResult result, List<Rule> rules, BiFunction<Rule, String, String> select) {
        this.result = result;
        this.select = select;
        rules.forEach(this::add);
        flush();
    }

    /** A SELECT for each piece, in the order of the rules, and within a rule by account. */
    List<String> selects() {
        return pieces;
    }

    private void add(Rule rule) {
        long count = result.database().number("select count(*) from " + VerdictTable.name(rule));
        if (units + count > AT_ONCE) {
            flush();
        }
        if (count <= AT_ONCE) {
            together.add("(" + select.apply(rule, ALL) + ")");
            units += count;
            return;
        }
        result.batches(VerdictTable.name(rule), AT_ONCE).forEach(accounts -> {
            together.add("(" + select.apply(rule, "v." + accounts) + ")");
            flush();
        });
    }

    private void flush() {
        if (!together.isEmpty()) {
            pieces.add("select * from (" + String.join(" union all ", together) + ")");
            together.clear();
            units = 0;
        }
    }
}
