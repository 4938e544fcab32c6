package io.plumbline.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The SELECT that says how to repair what a rule found, {@code repair.sql} beside {@code rule.sql}: a row for each unit that calls can
 * repair. It reads the tables that its rule reads, and {@link #FAILED}.
 *
 * @param file for messages
 * @param views the views that it reads
 */
record RepairQuery(String file, String sql, List<View> views) {
    /** The units that the rule failed: account_id, region, unit, asset, reason, evidence JSON. */
    static final String FAILED = "failed_unit";

    static final List<String> FAILED_COLUMNS = List.of(
            "account_id VARCHAR", "region VARCHAR", "unit VARCHAR", "asset VARCHAR", "reason VARCHAR", "evidence JSON");

    /** The rule as it runs when it repairs units: with this SQL on all that the rule's own reads. */
    Rule of(Rule rule, List<FailedUnit> units) {
        List<View> all = new ArrayList<>(views);
        all.add(new View(
                FAILED,
                file,
                SqlValues.rows(
                        FAILED_COLUMNS, units.stream().map(FailedUnit::literal).toList())));
        return new Rule(
                rule.id(),
                rule.service(),
                rule.origin(),
                rule.builtIn(),
                rule.title(),
                rule.severity(),
                rule.category(),
                rule.automation(),
                rule.unit(),
                rule.meaning(),
                rule.why(),
                rule.fix(),
                rule.attestable(),
                rule.attest(),
                rule.parameters(),
                rule.references(),
                rule.missing(),
                Map.of(),
                Set.of(),
                Map.of(),
                all,
                sql,
                rule.cases(),
                rule.repair());
    }
}
