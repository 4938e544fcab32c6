package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what a rule's {@code repair.sql} reads and gives, on empty tables. */
final class RepairCheck {
    private static final List<String> REQUIRED = List.of("account_id", "unit", "region", "calls", "before", "after");
    private static final String NOTE = "note";

    private final RuleAnalysis analysis;

    RepairCheck(RuleAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * A repair that can run.
     *
     * @param reads the tables that it reads of a snapshot, with their detail columns
     * @param select brings its columns into one form
     */
    record Checked(String file, Map<String, Set<String>> reads, String select) {
        Set<String> tables() {
            return reads.keySet();
        }

        /**
         * Checks that it reads nothing that its rule does not read: a scan reads nothing for repairs.
         *
         * @throws BadInput naming the table or column
         */
        void within(RuleReads rule) {
            Map<String, Set<String>> known = rule.details();
            reads.forEach((table, details) -> {
                if (!known.containsKey(table)) {
                    throw new BadInput(file + ": it reads the table '" + table
                            + "', which its rule does not read, so a scan may not have it. "
                            + Nearest.hint(table, known.keySet()));
                }
                details.stream()
                        .filter(detail -> !known.getOrDefault(table, Set.of()).contains(detail))
                        .findFirst()
                        .ifPresent(detail -> {
                            throw new BadInput(file + ": it reads " + table + "." + detail
                                    + ", which its rule does not read, so a scan may not have it.");
                        });
            });
        }
    }

    /**
     * Checks a rule's repair.
     *
     * @throws BadInput naming the file and what is wrong: it must be what a rule's SQL may be, and give the columns of a repair
     */
    Checked check(Rule rule, RepairQuery repair) {
        Rule repairing = repair.of(rule, List.of());
        Map<String, Set<String>> reads = analysis.references(repairing, repair.file(), repair.sql());
        return new Checked(repair.file(), Map.copyOf(reads), select(repair, analysis.columns(repairing)));
    }

    private static String select(RepairQuery repair, Map<String, String> columns) {
        Map<String, String> given = new LinkedHashMap<>(columns);
        for (String name : REQUIRED) {
            if (given.remove(name) == null) {
                throw wrong(
                        repair,
                        "the column '" + name + "' is missing. A repair gives " + String.join(", ", REQUIRED)
                                + " and, if it likes, " + NOTE + ".");
            }
        }
        boolean note = given.remove(NOTE) != null;
        given.keySet().forEach(name -> {
            throw wrong(repair, "the column '" + name + "' is none that a repair gives.");
        });
        String calls = columns.getOrDefault("calls", "");
        if (!calls.startsWith("STRUCT(") || !calls.endsWith(")[]")) {
            throw wrong(
                    repair,
                    "the column 'calls' is " + calls
                            + ", but must be a list of {'service': …, 'operation': …, 'region': …, 'parameters': {…}::json}.");
        }
        return "select account_id::varchar as account_id, unit::varchar as unit, region::varchar as region,"
                + " to_json(calls)::varchar as calls, to_json(before)::varchar as before, to_json(after)::varchar as after, "
                + (note ? "note::varchar" : "null::varchar") + " as note from (" + repair.sql() + "\n) as the_repair"
                + " order by account_id, unit";
    }

    private static BadInput wrong(RepairQuery repair, String what) {
        return new BadInput(repair.file() + ": " + what);
    }
}
