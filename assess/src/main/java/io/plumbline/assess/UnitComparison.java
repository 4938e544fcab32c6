package io.plumbline.assess;

import io.plumbline.model.Status;
import io.plumbline.snapshot.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Compares the units of two assessments in a database of its own: both stream theirs into it, so that Java never holds all of them. */
final class UnitComparison {
    private static final String EXCEPTED = "EXCEPTED";
    private static final String UNIT =
            "(rule INTEGER, account_id VARCHAR, region VARCHAR, unit VARCHAR, status VARCHAR)";

    /**
     * A unit that is gone may only be hidden, by what could not be read of its region or of what is global: what was known of it is
     * then known no longer. Where something was not read and no unit was there before, the unit that stands for it counts instead.
     */
    private static final String COUNTS = "select rule, account_id,"
            + " count(*) filter (now = 'FAIL' and was is distinct from 'FAIL'),"
            + " count(*) filter (was = 'FAIL' and now = 'PASS'),"
            + " count(*) filter (was <> 'UNKNOWN' and (now = 'UNKNOWN' or now is null and hidden)),"
            + " count(*) filter (was is null and now = 'UNKNOWN'),"
            + " count(*) filter (was = 'FAIL' and (now = 'NOT_APPLICABLE' or now is null and not hidden)),"
            + " count(*) filter (was = 'FAIL' and now = 'EXCEPTED')"
            + " from (select rule, account_id, b.status as was, a.status as now, a.status is null and exists ("
            + "from gap g where g.rule = b.rule and g.account_id = b.account_id and (g.region = 'global' or b.region in ('global', g.region)))"
            + " as hidden from unit_before b full join unit_after a using (rule, account_id, unit)"
            + " where b.status is distinct from a.status) group by rule, account_id";

    private final Database database;
    private final Set<String> accounts;
    private final Map<String, String> controlOf = new HashMap<>();
    private final List<String> rules = new ArrayList<>();

    /** A rule and the account it looked at. */
    record RuleInAccount(String rule, String accountId) {}

    private UnitComparison(Database database, Assessment after, Set<String> accounts, Set<String> withoutRules) {
        this.database = database;
        this.accounts = accounts;
        for (ControlResult control : after.controls()) {
            if (!withoutRules.contains(control.rule()) && !controlOf.containsKey(control.rule())) {
                controlOf.put(control.rule(), name(control.framework(), control.control()));
                rules.add(control.rule());
            }
        }
    }

    /** What changed, for each rule and account with a change. */
    static Map<RuleInAccount, UnitChanges> of(
            Assessment before, Assessment after, Set<String> accounts, Set<String> withoutRules) {
        try (Database database = Database.open()) {
            UnitComparison comparison = new UnitComparison(database, after, accounts, withoutRules);
            comparison.take("unit_before", before);
            comparison.take("unit_after", after);
            comparison.takeGaps(after);
            return comparison.counts();
        }
    }

    private static String name(String framework, String control) {
        return framework + ' ' + control;
    }

    private void take(String table, Assessment assessment) {
        Map<String, Integer> numbers = numbers();
        database.execute("create table " + table + UNIT);
        append(
                table,
                rows -> assessment.units(unit -> {
                    // A rule that stands in two frameworks gives its units twice.
                    if (accounts.contains(unit.accountId())
                            && name(unit.framework(), unit.control()).equals(controlOf.get(unit.rule()))) {
                        rows.add(
                                numbers.getOrDefault(unit.rule(), -1),
                                unit.accountId(),
                                unit.region(),
                                unit.unit(),
                                unit.status() == Status.FAIL && unit.exception().isPresent()
                                        ? EXCEPTED
                                        : unit.status().name());
                    }
                }));
    }

    private void takeGaps(Assessment assessment) {
        Map<String, Integer> numbers = numbers();
        database.execute("create table gap (rule INTEGER, account_id VARCHAR, region VARCHAR)");
        append(
                "gap",
                rows -> assessment.gaps().stream()
                        .filter(gap -> accounts.contains(gap.accountId()))
                        .forEach(gap -> gap.rules().stream()
                                .filter(numbers::containsKey)
                                .forEach(rule ->
                                        rows.add(numbers.getOrDefault(rule, -1), gap.accountId(), gap.region()))));
    }

    private Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            numbers.put(rules.get(i), i);
        }
        return numbers;
    }

    private Map<RuleInAccount, UnitChanges> counts() {
        Map<RuleInAccount, UnitChanges> changes = new HashMap<>();
        database.each(COUNTS, row -> {
            UnitChanges one = new UnitChanges(
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5) > 0 ? row.getLong(5) : row.getLong(6),
                    row.getLong(7),
                    row.getLong(8));
            changes.put(new RuleInAccount(rules.get(row.getInt(1)), row.getString(2)), one);
            return true;
        });
        changes.values().removeIf(UnitChanges.NONE::equals);
        return changes;
    }

    /** Where rows of one table go. */
    private interface Rows {
        void add(int rule, String... texts);
    }

    private interface Source {
        void into(Rows rows);
    }

    private void append(String table, Source source) {
        try (DuckDBAppender appender =
                database.connection().unwrap(DuckDBConnection.class).createAppender(table)) {
            source.into((rule, texts) -> {
                try {
                    appender.beginRow();
                    appender.append(rule);
                    for (String text : texts) {
                        appender.append(text);
                    }
                    appender.endRow();
                } catch (SQLException e) {
                    throw new IllegalStateException("DuckDB takes no row of " + table, e);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB takes no rows of " + table, e);
        }
    }
}
