package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One rule's verdicts, in a table of their own so that changing some touches no others. Columns as {@link RuleCheck#normalized} gives
 * them, and {@code exception}, the place of the exception in the request's list.
 */
record VerdictTable(Database database, Rule rule) {

    String name() {
        return name(rule);
    }

    static String name(Rule rule) {
        return Sql.name("plumbline_verdict_" + rule.id());
    }

    /**
     * Runs the rule.
     *
     * @throws BadInput if DuckDB refuses it, or its rows are not what rules may give
     */
    void fill(String normalized) {
        try {
            database.execute("create or replace table " + name()
                    + " as select * replace (coalesce(status, 'UNKNOWN') as status, case when status is null and reason = ''"
                    + " then 'what was read does not say' else reason end as reason), null::integer as exception from ("
                    + normalized + ")");
        } catch (DatabaseException e) {
            throw new BadInput(rule.origin() + "/rule.sql: the rule cannot run: " + e.getMessage(), e);
        }
    }

    /** Adds a unit that stands for what could not be read; {@code select} gives account_id, region, unit, reason. */
    void addUnknown(String select) {
        database.execute("insert into " + name()
                + " by name select account_id, region, unit, 'UNKNOWN' as status, reason, '{}' as evidence from ("
                + select + ")");
    }

    /** Turns units UNKNOWN; {@code hits} gives account_id, unit, reason for each at most once. */
    void turnUnknown(String hits) {
        database.execute("update " + name() + " v set status = 'UNKNOWN', reason = h.reason from (" + hits
                + ") h where v.account_id = h.account_id and v.unit = h.unit and not coalesce(v.certain, false)");
    }

    /**
     * Drops the rows of accounts, regions and tags that nobody asked for, and of regions that the scan did not read.
     *
     * @param tables what the rule reads: there stand the tags of its assets
     */
    void select(AssessmentRequest request, ReadRegions read, Set<String> tables) {
        List<String> unwanted = new ArrayList<>();
        if (!request.accounts().isEmpty()) {
            unwanted.add("account_id not in (select unnest(" + SqlValues.texts(request.accounts()) + "))");
        }
        if (!request.regions().isEmpty()) {
            unwanted.add(
                    "region <> 'global' and region not in (select unnest(" + SqlValues.texts(request.regions()) + "))");
        }
        if (!request.tags().isEmpty()) {
            unwanted.add("coalesce(asset, '') not in (" + tagged(request.tags(), tables) + ")");
        }
        read.outside().ifPresent(unwanted::add);
        if (!unwanted.isEmpty()) {
            database.execute("delete from " + name() + " where (" + String.join(") or (", unwanted) + ")");
        }
    }

    private static String tagged(Map<String, String> tags, Set<String> tables) {
        String all = tags.entrySet().stream()
                .map(tag -> "coalesce(tags[" + SqlValues.text(tag.getKey()) + "] = " + SqlValues.text(tag.getValue())
                        + ", false)")
                .sorted()
                .collect(Collectors.joining(" and "));
        return tables.stream()
                .sorted()
                .map(table -> "select arn from " + Sql.name(table) + " where arn is not null and " + all)
                .collect(Collectors.joining(" union all "));
    }

    /**
     * Counts what is there, by account.
     *
     * @throws BadInput if rows are there that a rule must not give
     */
    Map<String, UnitCounts> counts(Accounts accounts) {
        Map<String, UnitCounts> counts = new HashMap<>();
        boolean[] odd = {false};
        database.each(
                "select coalesce(account_id, ''), " + UnitCounts.COLUMNS
                        + ", count(*), count(distinct unit), count(region) from " + name() + " group by account_id",
                row -> {
                    String account = row.getString(1);
                    UnitCounts found = UnitCounts.read(row, 2);
                    counts.put(account, found);
                    long all = row.getLong(9);
                    boolean ours = accounts.active(account) && all == 1 && found.unknown() == 1;
                    odd[0] |= all > found.units()
                            || all > row.getLong(10)
                            || all > row.getLong(11)
                            || !(accounts.entered(account) || ours);
                    return true;
                });
        if (odd[0]) {
            throw OddRows.in(this);
        }
        return counts;
    }
}
