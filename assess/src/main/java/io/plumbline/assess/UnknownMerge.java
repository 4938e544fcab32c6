package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts into a rule's verdicts what could not be read (DESIGN, section 3). Rules say what the data says; whether the data was whole is
 * settled here, for all rules in one way.
 */
final class UnknownMerge {
    private static final String HITS = "plumbline_hit";
    private static final String ORDERED =
            "row_number() over (order by g.region, g.table_name, g.action, g.code, g.message) as position";

    /** Of what several gaps do to one unit: the first reason, and how many more there are. */
    private static final String REASONS =
            "first(reason order by position, reason) || case when count(distinct reason) > 1"
                    + " then ' and ' || (count(distinct reason) - 1) || ' more' else '' end as reason";

    private static final String DOUBTFUL =
            "(v.status = 'FAIL' and g.mode = 'ANY' or v.status = 'PASS' and g.mode = 'ALL')";

    private final boolean notEntered;

    /** For an assessment whose gaps have been made. */
    UnknownMerge(Database database) {
        this.notEntered = database.number("select count(*) from " + Gaps.NOT_ENTERED) > 0;
    }

    /** Merges the gaps that {@link Gaps#find} found for this rule. */
    void merge(VerdictTable verdicts) {
        Database database = verdicts.database();
        if (database.number("select count(*) from " + Gaps.ROWS) > 0) {
            rows(verdicts);
        }
        if (database.number("select count(*) from " + Gaps.CELLS) > 0) {
            holes(verdicts);
            doubts(verdicts);
        }
    }

    /** Merges what other accounts could not give, and accounts that gave nothing at all. */
    void otherAccounts(VerdictTable verdicts, boolean missing) {
        if ((missing || notEntered) && verdicts.rule().sql().contains("rests_on")) {
            if (!missing) {
                verdicts.database().execute("delete from " + Gaps.CELLS);
            }
            restingOnOthers(verdicts);
        }
        if (notEntered) {
            verdicts.addUnknown(
                    "select account_id, 'global' as region, account_id as unit, 'account could not be entered: ' || "
                            + Gaps.REASON + " as reason from " + Gaps.NOT_ENTERED + " g");
        }
    }

    /** A unit whose own row lacks a detail is UNKNOWN; a row that no unit stands for leaves a hole in its cell. */
    private void rows(VerdictTable verdicts) {
        String pairs = Stream.of("unit", "asset")
                .map(key -> "select v.account_id, v.unit, g.arn, " + Gaps.REASON + " as reason, " + ORDERED + " from "
                        + Gaps.ROWS + " g join " + verdicts.name() + " v on v.account_id = g.account_id and v." + key
                        + " = g.arn")
                .collect(Collectors.joining(" union all "));
        turn(verdicts, pairs);
        verdicts.database()
                .execute("insert into " + Gaps.CELLS
                        + " by name select distinct on (g.account_id, g.region, g.table_name, g.action, g.code)"
                        + " g.account_id, g.region, g.table_name, g.action, g.code, g.message, g.mode from " + Gaps.ROWS
                        + " g where not exists (from " + HITS
                        + " h where h.account_id = g.account_id and h.arn = g.arn)"
                        + " order by g.account_id, g.region, g.table_name, g.action, g.code");
    }

    /** One unit stands for those that were not found. */
    private void holes(VerdictTable verdicts) {
        turn(
                verdicts,
                "select g.account_id, case when g.region = 'global' then g.account_id else 'region:' || g.account_id || ':' || g.region end"
                        + " as unit, g.region, " + Gaps.REASON + " as reason, " + ORDERED + " from " + Gaps.CELLS
                        + " g where g.mode = 'EACH'");
        verdicts.addUnknown("select account_id, region, unit, " + REASONS + " from " + HITS
                + " h where not exists (from " + verdicts.name()
                + " v where v.account_id = h.account_id and v.unit = h.unit) group by account_id, region, unit");
    }

    /** Where one good or one bad thing decides, what was not found could have decided. */
    private void doubts(VerdictTable verdicts) {
        turn(
                verdicts,
                "select v.account_id, v.unit, " + Gaps.REASON + " as reason, " + ORDERED + " from " + Gaps.CELLS
                        + " g join "
                        + verdicts.name()
                        + " v on v.account_id = g.account_id and ('global' in (g.region, v.region) or g.region = v.region)"
                        + " where " + DOUBTFUL);
        if (verdicts.rule().missing() != Missing.EACH) {
            verdicts.addUnknown("select account_id, 'global' as region, account_id as unit, " + REASONS
                    + " from (select g.account_id, "
                    + Gaps.REASON + " as reason, " + ORDERED + " from " + Gaps.CELLS + " g) h where not exists (from "
                    + verdicts.name()
                    + " v where v.account_id = h.account_id) group by account_id");
        }
    }

    /** A verdict that rests on another account's cells is in doubt where one of those was not read. */
    private void restingOnOthers(VerdictTable verdicts) {
        String rests = "(select account_id, unit, status, unnest(rests_on) as r from " + verdicts.name()
                + " where len(rests_on) > 0) v";
        String mode = verdicts.rule().missing() == Missing.EACH
                ? "v.status in ('PASS', 'FAIL')"
                : "v.status = '" + (verdicts.rule().missing() == Missing.ANY ? "FAIL" : "PASS") + "'";
        turn(
                verdicts,
                "select v.account_id, v.unit, 'in account ' || g.account_id || ': ' || " + Gaps.REASON + " as reason, "
                        + ORDERED + " from "
                        + rests + " join " + Gaps.CELLS
                        + " g on g.account_id = v.r.account_id and g.table_name = v.r.table_name"
                        + " and (v.r.region is null or g.region in (v.r.region, 'global'))"
                        + " where g.mode = 'EACH' and v.status in ('PASS', 'FAIL') or " + DOUBTFUL
                        + " union all select v.account_id, v.unit, 'account ' || g.account_id || ' could not be entered: ' || "
                        + Gaps.REASON
                        + ", " + ORDERED + " from " + rests + " join " + Gaps.NOT_ENTERED
                        + " g on g.account_id = v.r.account_id where " + mode);
    }

    /** Turns units UNKNOWN; {@code hits} gives account_id, unit, reason and position, and is kept in the relation of hits. */
    private void turn(VerdictTable verdicts, String hits) {
        verdicts.database().execute("create or replace temp table " + HITS + " as " + hits);
        verdicts.turnUnknown("select account_id, unit, " + REASONS + " from " + HITS + " group by account_id, unit");
    }
}
