package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.model.Status;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which row of a rule is none that rules may give. */
final class OddRows {
    private OddRows() {}

    /** What is wrong with the first such row of a table that has one. */
    static BadInput in(VerdictTable verdicts) {
        Rule rule = verdicts.rule();
        List<String> odd = verdicts.database()
                .query(
                        "select odd || ': ' || concat_ws(', ', 'account_id ' || coalesce(account_id, 'null'),"
                                + " 'region ' || coalesce(region, 'null'), 'unit ' || coalesce(unit, 'null'),"
                                + " 'status ' || status) from (select *, " + why() + " as odd from " + verdicts.name()
                                + ") where odd is not null order by all limit 1",
                        row -> row.getString(1));
        if (!odd.isEmpty()) {
            return new BadInput(rule.origin() + "/rule.sql: the rule " + rule.id() + " gave " + odd.getFirst() + ".");
        }
        String twins = verdicts.database()
                .text("select 'unit ' || unit || ' in account ' || account_id || ' ' || count(*) || ' times' from "
                        + verdicts.name() + " group by account_id, unit having count(*) > 1 order by all limit 1");
        return new BadInput(
                rule.origin() + "/rule.sql: a rule judges each unit once, but the column 'unit' of the rule "
                        + rule.id() + " gave the " + twins + ".");
    }

    /** A unit that stands for an account which was not entered is the engine's own. */
    private static String why() {
        String statuses = Stream.of(Status.values())
                .map(status -> "'" + status.name() + "'")
                .collect(Collectors.joining(", "));
        return "case when account_id is null or unit is null or region is null then 'a row without account_id, region or unit'"
                + " when status not in (" + statuses + ") then 'a status that is none of ' || "
                + SqlValues.text(statuses)
                + " when account_id not in (select account_id from " + Accounts.TABLE + " where entered)"
                + " and not (status = 'UNKNOWN' and unit = account_id and account_id in (select account_id from "
                + Gaps.NOT_ENTERED + "))"
                + " then 'a row for an account that was not entered (join the relation param on account_id)' end";
    }
}
