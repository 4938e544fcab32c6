package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the columns that a rule's SELECT gives and writes the SELECT that brings them into one form. */
final class RuleCheck {
    private static final String RESTS_ON = "STRUCT(account_id VARCHAR, region VARCHAR, table_name VARCHAR)[]";
    private static final List<String> REQUIRED =
            List.of("account_id", "region", "unit", "asset", "status", "reason", "evidence");
    private static final Map<String, String> OPTIONAL = optional();

    private final RuleAnalysis analysis;

    RuleCheck(Database database, Schemas schemas) {
        this(new RuleAnalysis(database, schemas));
    }

    RuleCheck(RuleAnalysis analysis) {
        this.analysis = analysis;
    }

    private static Map<String, String> optional() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("warnings", "VARCHAR[]");
        types.put("certain", "BOOLEAN");
        types.put("rests_on", RESTS_ON);
        types.put("inherited_from", "VARCHAR");
        return types;
    }

    /**
     * Checks a rule against empty tables.
     *
     * @throws BadInput naming the rule and the column
     */
    void check(Rule rule) {
        RuleReads reads = analysis.reads(rule);
        analysis.describe(rule.origin() + "/rule.sql", normalized(rule));
        rule.repair()
                .ifPresent(
                        repair -> new RepairCheck(analysis).check(rule, repair).within(reads));
    }

    private Map<String, String> columns(Rule rule) {
        Map<String, String> columns = analysis.columns(rule);
        String file = rule.origin() + "/rule.sql: ";
        for (String name : REQUIRED) {
            String type = columns.get(name);
            if (type == null) {
                throw new BadInput(
                        file + "the column '" + name + "' is missing. A rule gives " + String.join(", ", REQUIRED)
                                + " and, if it likes, " + String.join(", ", OPTIONAL.keySet()) + ".");
            }
            if (!name.equals("evidence") && !type.equals("VARCHAR") && !isNull(type)) {
                throw new BadInput(file + "the column '" + name + "' is " + type + ", but must be VARCHAR.");
            }
        }
        String evidence = columns.getOrDefault("evidence", "");
        if (!evidence.equals("JSON")
                && !isNull(evidence)
                && !(evidence.startsWith("STRUCT(") && evidence.endsWith(")"))
                && !(evidence.startsWith("MAP(") && evidence.endsWith(")"))) {
            throw new BadInput(
                    file + "the column 'evidence' is " + evidence + ", but must be a STRUCT, a MAP or JSON.");
        }
        OPTIONAL.forEach((name, type) -> {
            String given = columns.getOrDefault(name, "NULL");
            boolean list = type.endsWith("[]") && given.endsWith("[]");
            if (!isNull(given) && !given.equals(type) && !list) {
                throw new BadInput(file + "the column '" + name + "' is " + given + ", but must be " + type + ".");
            }
        });
        for (String name : columns.keySet()) {
            if (!REQUIRED.contains(name) && !OPTIONAL.containsKey(name)) {
                throw new BadInput(
                        file + "the column '" + name + "' is none that a rule gives. " + Nearest.hint(name, union()));
            }
        }
        return columns;
    }

    private static List<String> union() {
        return java.util.stream.Stream.concat(REQUIRED.stream(), OPTIONAL.keySet().stream())
                .toList();
    }

    private static boolean isNull(String type) {
        return type.equals("\"NULL\"") || type.equals("NULL") || type.equals("INTEGER");
    }

    /** The rule's rows, whatever it left out, with exactly the columns of {@link VerdictTable}. */
    String normalized(Rule rule) {
        return normalized(select(rule), rule);
    }

    /** The same by a SELECT list that is known. */
    static String normalized(String select, Rule rule) {
        return select + " from (" + rule.sql() + "\n) as the_rule";
    }

    /** The SELECT list that gives a rule's columns in one form. */
    String select(Rule rule) {
        Map<String, String> columns = columns(rule);
        String evidence = columns.getOrDefault("evidence", "").equals("JSON")
                ? "evidence::varchar"
                : "to_json(evidence)::varchar";
        StringBuilder select =
                new StringBuilder("select account_id, region, unit, asset::varchar as asset, status::varchar as status,"
                        + " coalesce(reason::varchar, '') as reason, coalesce(" + evidence + ", '{}') as evidence");
        OPTIONAL.forEach((name, type) -> select.append(", ")
                .append(columns.containsKey(name) ? name + "::" + type : "null::" + type)
                .append(" as ")
                .append(name));
        return select.toString();
    }
}
