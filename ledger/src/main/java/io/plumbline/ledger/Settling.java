package io.plumbline.ledger;

import io.plumbline.assess.VerdictHead;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Decides about open findings that an assessment did not see fail. One is resolved where the engine judges its unit otherwise, or where
 * the unit is gone and every cell it could come from was read by this very scan. All others stay as they are.
 *
 * <p>It works in a DuckDB in which verdicts and {@code journal} stand, so that neither the units nor the journal are ever in Java.
 */
final class Settling {
    private final Database database;
    private final VerdictHead head;
    private final Reach reach;

    Settling(Database database, VerdictHead head, Reach reach) {
        this.database = database;
        this.head = head;
        this.reach = reach;
    }

    /** Decides about those of the findings that are within the assessment and not among those seen. */
    List<Settlement> of(Handle handle, List<Manifest.Account> accounts) {
        describe(accounts);
        candidates(handle);
        cells();
        places();
        return database.query(
                "select id, outcome.resolved, outcome.reason from (" + outcomes()
                        + ") where outcome is not null order by id",
                row -> new Settlement(row.getString(1), row.getBoolean(2), row.getString(3)));
    }

    private void describe(List<Manifest.Account> accounts) {
        database.execute("create table scope_account as select id as account_id, status, entered from verdict_account");
        database.execute("create table read_region (account_id varchar, region varchar)");
        database.execute("create table lost_region (account_id varchar, region varchar)");
        try (Rows rows = new Rows(database, "read_region")) {
            accounts.forEach(account -> account.regions().forEach(region -> rows.add(account.id(), region)));
        }
        try (Rows rows = new Rows(database, "lost_region")) {
            reach.lost().forEach((account, regions) -> regions.forEach(region -> rows.add(account, region)));
        }
        database.execute("create table scope_rule (rule varchar, missing varchar)");
        database.execute("create table need (rule varchar, table_name varchar)");
        try (Rows rows = new Rows(database, "scope_rule")) {
            head.rules().forEach(rule -> rows.add(rule.id(), rule.missing().name()));
        }
        try (Rows rows = new Rows(database, "need")) {
            head.rules().forEach(rule -> rule.tables().forEach(table -> rows.add(rule.id(), table)));
        }
    }

    private void candidates(Handle handle) {
        database.execute("create table candidate (id varchar, rule varchar, account_id varchar, region varchar,"
                + " unit varchar, rests_on varchar)");
        try (Rows rows = new Rows(database, "candidate")) {
            handle.createQuery("select id, rule, account_id, region, unit, rests_on from finding f where state = 'open'"
                            + " and not exists (select 1 from seen s where s.id = f.id)")
                    .setFetchSize(1_000)
                    .map((row, context) -> {
                        rows.add(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6));
                        return true;
                    })
                    .useIterator(all -> all.forEachRemaining(one -> {}));
        }
        database.execute("delete from candidate where rule not in (select rule from scope_rule)"
                + " or account_id not in (select account_id from scope_account)");
    }

    /** What was asked in each cell, and whether this very scan read it. */
    private void cells() {
        database.execute("create table cell as select account_id, region, table_name,"
                + " bool_and(status = 'read' and coalesce(taken_from, '') = '') as whole,"
                + " first(case when status <> 'read' then action || ' ' || coalesce(nullif(code, ''), status)"
                + " else table_name || ' was taken over from the scan ' || taken_from end order by action, code)"
                + " filter (status <> 'read' or coalesce(taken_from, '') <> '') as reason"
                + " from journal where column_name = '' group by all");
        database.execute("create table kind as select table_name, bool_or(region = 'global') as is_global,"
                + " bool_or(region <> 'global') as is_regional from cell group by table_name");
    }

    /**
     * For each rule, account and region with a candidate, why a unit that is not there may only be hidden. What is global can come from any
     * region; so can units of a rule that joins what is global with what is not, or for which one thing anywhere decides.
     */
    private void places() {
        database.execute(
                "create table place as select p.*, p.region = 'global' or r.missing <> 'EACH' or t.mixed as wide,"
                        + " t.regional from (select distinct rule, account_id, region from candidate) p join scope_rule r using (rule)"
                        + " left join (select rule, bool_or(is_global) and bool_or(is_regional) as mixed,"
                        + " bool_or(is_regional) as regional from need join kind using (table_name) group by rule) t using (rule)");
        database.execute(
                "create table hidden as select rule, account_id, region, first(reason order by step, reason) as reason"
                        + " from (" + gaps() + " union all " + unread() + ") group by all");
    }

    private static String gaps() {
        return "select p.rule, p.account_id, p.region, 1 as step, " + where("g.accountId", "g.region")
                + " || case when g.action = '' then g.\"table\" || ' was not asked for' else g.action || ' ' || g.code end as reason"
                + " from place p join (select *, unnest(rules) as rule from verdict_gap) g on g.rule = p.rule"
                + " and g.accountId = p.account_id and (p.wide or g.region in (p.region, 'global'))";
    }

    /** The cells in which it would have to be, each that this scan did not read. */
    private static String unread() {
        String global = "select p.*, n.table_name, 'global' as cell_region from place p join need n using (rule)"
                + " left join kind k using (table_name) where k.table_name is null or k.is_global";
        String own = "select p.*, n.table_name, p.region as cell_region from place p join need n using (rule)"
                + " join kind k using (table_name) where k.is_regional and not p.wide";
        String all = "select p.*, n.table_name, a.region as cell_region from place p join need n using (rule)"
                + " join kind k using (table_name) join (from read_region union from lost_region) a using (account_id) where k.is_regional and p.wide";
        return "select e.rule, e.account_id, e.region, 2 as step, " + where("e.account_id", "e.cell_region")
                + " || coalesce(c.reason, e.table_name || ' was not asked for') as reason from (" + global
                + " union all "
                + own + " union all " + all + ") e left join cell c on c.account_id = e.account_id"
                + " and c.table_name = e.table_name and c.region = e.cell_region where c.whole is distinct from true";
    }

    private static String where(String account, String region) {
        return "case when " + region + " = 'global' then " + account + " else " + region + " || ' of ' || " + account
                + " end || ' was not read: '";
    }

    /** Cells of other accounts on which a candidate rests and that this scan did not read. */
    private static String foreign() {
        return "select id, first(" + where("account", "region")
                + " || coalesce(reason, table_name || ' was not asked for') order by account, region, table_name) as reason"
                + " from (select q.id, q.cell.account_id as account, coalesce(q.cell.region, c.region, 'global') as region,"
                + " q.cell.table_name as table_name, c.reason, c.whole from (select id, unnest(from_json(rests_on,"
                + " '[{\"account_id\": \"VARCHAR\", \"region\": \"VARCHAR\", \"table_name\": \"VARCHAR\"}]')) as cell"
                + " from candidate where rests_on <> '[]') q left join cell c on c.account_id = q.cell.account_id"
                + " and c.table_name = q.cell.table_name"
                + " and (q.cell.region is null or c.region in (q.cell.region, 'global')))"
                + " where whole is distinct from true group by id";
    }

    /** For each candidate a struct of what became of it; null if it is outside of what the assessment is of. */
    private String outcomes() {
        String kept = "{'resolved': false, 'reason': %s}";
        String asked = head.regionsAsked().isEmpty()
                ? "true"
                : "(c.region = 'global' or c.region in ("
                        + String.join(
                                ", ",
                                head.regionsAsked().stream().map(Sql::text).toList()) + "))";
        String reached = reach.everyRegion()
                ? "true"
                : "(c.region = 'global' or exists (from read_region s where s.account_id = c.account_id and s.region = c.region)"
                        + " or not a.entered)";
        return "select c.id, case when u.status = 'UNKNOWN' then " + kept.formatted("u.reason")
                + " when u.status is not null and l.lost is not null and p.regional and not (u.status = 'PASS' and r.missing = 'ANY')"
                + " then " + kept.formatted("l.lost || ' was left out of this scan'")
                + " when u.status is not null then {'resolved': true, 'reason': u.reason}"
                + " when " + !head.tags().isEmpty() + " or not " + asked + " or not " + reached + " then null"
                + " when a.status <> 'ACTIVE' then "
                + kept.formatted("'the account is ' || a.status || ' and was not read'")
                + " when h.reason is not null then " + kept.formatted("h.reason")
                + " when f.reason is not null then " + kept.formatted("f.reason")
                + " else {'resolved': true, 'reason': 'It is no longer there.'} end as outcome"
                + " from candidate c join scope_account a using (account_id) join scope_rule r using (rule)"
                + " join place p on p.rule = c.rule and p.account_id = c.account_id and p.region = c.region"
                + " left join (select u.rule, u.account_id, u.unit, u.status, u.reason from verdict_unit u semi join candidate k"
                + " on k.rule = u.rule and k.account_id = u.account_id and k.unit = u.unit) u"
                + " on u.rule = c.rule and u.account_id = c.account_id and u.unit = c.unit"
                + " left join (select account_id, min(region) || ' of ' || account_id as lost from lost_region"
                + " group by account_id) l on l.account_id = c.account_id and c.region = 'global'"
                + " left join hidden h on h.rule = c.rule and h.account_id = c.account_id and h.region = c.region"
                + " left join (" + foreign() + ") f on f.id = c.id";
    }
}
