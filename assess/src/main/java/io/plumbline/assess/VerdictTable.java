package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.model.Status;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule's verdicts, in a table of their own so that changing some touches no others. Columns as {@link RuleCheck#normalized} gives
 * them, and {@code exception}, the place of the exception in the request's list.
 */
record VerdictTable(Database database, Rule rule, int number) {

    String name() {
        return "plumbline_verdict_" + number;
    }

    /**
     * Runs the rule.
     *
     * @throws BadInput if DuckDB refuses it, or its rows are not what rules may give
     */
    void fill(String normalized) {
        try {
            database.execute("create or replace temp table " + name()
                    + " as select * replace (coalesce(status, 'UNKNOWN') as status, case when status is null and reason = ''"
                    + " then 'what was read does not say' else reason end as reason), null::integer as exception from ("
                    + normalized + ")");
        } catch (DatabaseException e) {
            throw new BadInput(rule.origin() + "/rule.sql: the rule cannot run: " + e.getMessage(), e);
        }
        String odd =
                "case when account_id is null or unit is null or region is null then 'a row without account_id, region or unit'"
                        + " when status not in (" + statuses() + ") then 'a status that is none of ' || "
                        + SqlValues.text(statuses())
                        + " when account_id not in (select account_id from " + Accounts.TABLE + " where entered)"
                        + " then 'a row for an account that was not entered (join the relation param on account_id)' end";
        String looked = "(select *, " + odd + " as odd from " + name() + ")";
        String trouble = database.text("select case when count(odd) > 0 then 'odd'"
                + " when count(*) > count(distinct hash(account_id, unit)) then 'twins' else '' end from " + looked);
        if (trouble.equals("odd")) {
            refuseOdd(looked);
        } else if (trouble.equals("twins")) {
            refuseTwins();
        }
    }

    private void refuseOdd(String looked) {
        List<String> found = database.query(
                "select odd || ': ' || concat_ws(', ', 'account_id ' || coalesce(account_id, 'null'), 'region ' || coalesce(region, 'null'),"
                        + " 'unit ' || coalesce(unit, 'null'), 'status ' || coalesce(status, 'null')) from "
                        + looked + " where odd is not null order by all limit 1",
                row -> row.getString(1));
        throw new BadInput(rule.origin() + "/rule.sql: the rule " + rule.id() + " gave " + found.getFirst() + ".");
    }

    private static String statuses() {
        return Stream.of(Status.values())
                .map(status -> "'" + status.name() + "'")
                .collect(Collectors.joining(", "));
    }

    private void refuseTwins() {
        List<String> found = database.query(
                "select 'unit ' || unit || ' in account ' || account_id || ' ' || count(*) || ' times' from " + name()
                        + " group by account_id, unit having count(*) > 1 order by all limit 1",
                row -> row.getString(1));
        if (!found.isEmpty()) {
            throw new BadInput(
                    rule.origin() + "/rule.sql: a rule judges each unit once, but the column 'unit' of the rule "
                            + rule.id() + " gave the " + found.getFirst() + ".");
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

    /** Drops the rows of accounts and regions that nobody asked for, and of regions that the scan did not read. */
    void select(AssessmentRequest request, ReadRegions read) {
        List<String> unwanted = new ArrayList<>();
        if (!request.accounts().isEmpty()) {
            unwanted.add("account_id not in (select unnest(" + SqlValues.texts(request.accounts()) + "))");
        }
        if (!request.regions().isEmpty()) {
            unwanted.add(
                    "region <> 'global' and region not in (select unnest(" + SqlValues.texts(request.regions()) + "))");
        }
        read.outside().ifPresent(unwanted::add);
        if (!unwanted.isEmpty()) {
            database.execute("delete from " + name() + " where (" + String.join(") or (", unwanted) + ")");
        }
    }
}
