package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What could not be read, as relations. Once per assessment the journal is boiled down to what went wrong; then for each rule
 * {@link #CELLS} holds the cells that it lacks and {@link #ROWS} the rows that lack a detail it needs, on the connection that runs it. All have the columns action, code
 * and message; {@link #REASON} makes a sentence of them.
 */
final class Gaps {
    /**
     * account_id, region, table_name, action, code, message, mode: lists that this rule needs and that were not read, and what that does
     * to it (a {@link Missing}).
     */
    static final String CELLS = "plumbline_gap_cell";

    /** The same with arn and column_name: rows whose details were not read. */
    static final String ROWS = "plumbline_gap_row";

    /** Of every rule so far, with rule: account_id, region, table_name, action, code, message. */
    static final String ALL = "plumbline_gap";

    /** Why accounts could not be entered, with the columns of {@link #CELLS}: one row for each ACTIVE account that was not. */
    static final String NOT_ENTERED = "plumbline_not_entered";

    static final String NOT_REQUESTED = "NotRequested";

    /** What to tell people about the gap {@code g}. */
    static final String REASON =
            "case when g.code = '" + NOT_REQUESTED + "' then g.table_name || ' was not read in this scan'"
                    + " else g.action || ': ' || g.code || case when g.message = '' then '' else ', ' || g.message end end";

    private static final String TROUBLE = "plumbline_trouble";
    private static final String ASKED = "plumbline_asked";
    private static final List<String> CELL = List.of(
            "account_id VARCHAR",
            "region VARCHAR",
            "table_name VARCHAR",
            "action VARCHAR",
            "code VARCHAR",
            "message VARCHAR");

    private final Database database;
    private final Manifest manifest;
    private final Map<String, Set<Hole>> holesOf;
    private final Set<String> failed;
    private final Set<String> askedEverywhere;

    /** A column that some rows of a table lack, and why. */
    private record Hole(String column, String code) {}

    private Gaps(
            Database database,
            Manifest manifest,
            Map<String, Set<Hole>> holesOf,
            Set<String> failed,
            Set<String> askedEverywhere) {
        this.database = database;
        this.manifest = manifest;
        this.holesOf = holesOf;
        this.failed = failed;
        this.askedEverywhere = askedEverywhere;
    }

    /** Reads the journal. */
    static Gaps of(Database database, Manifest manifest) {
        database.execute("create or replace table " + TROUBLE
                + " as select account_id, region, table_name, column_name, action,"
                + " coalesce(code, '') as code, coalesce(message, '') as message from journal where status <> 'read'");
        database.execute("create or replace table " + ASKED
                + " as select distinct account_id, table_name from journal where column_name = ''");
        database.execute("create or replace table " + ALL + " as select null::varchar as rule, * from ("
                + SqlValues.rows(CELL, List.of()) + ")");
        database.execute("create or replace table " + NOT_ENTERED + " as " + notEntered());
        return new Gaps(
                database,
                manifest,
                new ConcurrentHashMap<>(),
                Set.copyOf(database.query(
                        "select distinct table_name from " + TROUBLE + " where column_name = ''",
                        row -> row.getString(1))),
                Set.copyOf(database.query(
                        "select j.table_name from " + ASKED + " j join " + Accounts.TABLE
                                + " a using (account_id) where a.entered group by 1"
                                + " having count(*) = (select count(*) from " + Accounts.TABLE + " where entered)",
                        row -> row.getString(1))));
    }

    /** The same gaps, for the rules that run on another connection. */
    Gaps on(Database connection) {
        connection.execute("create or replace temp table " + CELLS + " as select *, null::varchar as mode from ("
                + SqlValues.rows(CELL, List.of()) + ")");
        return new Gaps(connection, manifest, holesOf, failed, askedEverywhere);
    }

    /** Finds what one rule lacks, and answers whether there is anything. */
    boolean find(Rule rule, RuleReads reads) {
        List<String> whole = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (String table : new TreeSet<>(reads.required())) {
            List<String> parts = manifest.focus().getOrDefault(table, List.of());
            if (parts.isEmpty() && !askedEverywhere.contains(table)) {
                whole.add(table);
            } else if (!parts.isEmpty() && !parts.contains(rule.focus().getOrDefault(table, ""))) {
                foreign.add(table);
            }
        }
        List<String> holes = reads.required().stream()
                .sorted()
                .flatMap(table -> rowsOf(rule, table, reads.needed().getOrDefault(table, Set.of())).stream())
                .toList();
        if (reads.required().stream().noneMatch(failed::contains)
                && whole.isEmpty()
                && foreign.isEmpty()
                && holes.isEmpty()) {
            return false;
        }
        cells(rule, reads, whole, foreign);
        database.execute("create or replace temp table " + ROWS + " as " + rows(rule, holes));
        return true;
    }

    private Set<Hole> holes(String table) {
        return holesOf.computeIfAbsent(
                table,
                name -> new HashSet<>(database.query(
                        "select distinct e.key, e.value.code from (select unnest(map_entries(unread)) as e from "
                                + Sql.name(name) + " where cardinality(unread) > 0)",
                        row -> new Hole(row.getString(1), row.getString(2)))));
    }

    private void cells(Rule rule, RuleReads reads, List<String> whole, List<String> foreign) {
        String entered = "(select account_id from " + Accounts.TABLE + " where entered) a";
        String never = "select a.account_id, 'global' as region, t.table_name, '' as action, '" + NOT_REQUESTED
                + "' as code, '' as message from " + entered + ", unnest(";
        database.execute("create or replace temp table " + CELLS
                + " as select distinct on (g.account_id, g.region, g.table_name) g.*, "
                + mode(rule) + " from (select t.account_id, t.region, t.table_name, t.action, t.code, t.message from "
                + TROUBLE + " t join "
                + entered + " using (account_id) where t.column_name = '' and t.table_name in (select unnest("
                + SqlValues.texts(reads.required()) + "))"
                + " union all " + never + SqlValues.texts(whole) + ") as t(table_name) where not exists (from " + ASKED
                + " j where j.account_id = a.account_id and j.table_name = t.table_name)"
                + " union all " + never + SqlValues.texts(foreign) + ") as t(table_name)"
                + ") g order by g.account_id, g.region, g.table_name, g.action, g.code");
    }

    private static String rows(Rule rule, List<String> holes) {
        String found = holes.isEmpty()
                ? "select null::varchar as arn, null::varchar as column_name, * from ("
                        + SqlValues.rows(CELL, List.of()) + ")"
                : String.join(" union all ", holes);
        return "select g.account_id, g.region, g.arn, g.table_name, g.column_name, g.action, g.code, coalesce(t.message, '') as message, "
                + mode(rule) + " from (" + found + ") g join " + Accounts.TABLE
                + " a on a.account_id = g.account_id and a.entered left join " + TROUBLE
                + " t on t.account_id = g.account_id and t.region in (g.region, 'global') and t.table_name = g.table_name"
                + " and t.column_name = g.column_name and t.action = g.action and t.code = g.code";
    }

    private static String mode(Rule rule) {
        String special = rule.missingOf().entrySet().stream()
                .map(entry -> " when " + Sql.text(entry.getKey()) + " then "
                        + Sql.text(entry.getValue().name()))
                .collect(Collectors.joining());
        String general = Sql.text(rule.missing().name());
        return (special.isEmpty() ? general : "case g.table_name" + special + " else " + general + " end") + " as mode";
    }

    /** Rows of a table that lack one of these columns, each with one of its holes; empty if there are none. */
    private Optional<String> rowsOf(Rule rule, String table, Set<String> needed) {
        Set<String> wanted = new TreeSet<>(needed);
        wanted.add("*");
        List<String> focused =
                wanted.stream().filter(column -> focused(rule, table, column)).toList();
        if (holes(table).stream()
                .noneMatch(hole -> wanted.contains(hole.column())
                        && !(hole.code().equals(NOT_REQUESTED) && focused.contains(hole.column())))) {
            return Optional.empty();
        }
        return Optional.of("select account_id, region, arn, " + Sql.text(table)
                + " as table_name, e.key as column_name, e.value.action as action,"
                + " e.value.code as code from (select account_id, region, arn, unnest(map_entries(unread)) as e from "
                + Sql.name(table)
                + " where cardinality(unread) > 0) where list_contains(" + SqlValues.texts(wanted) + ", e.key)"
                + " and not (e.value.code = '" + NOT_REQUESTED + "' and list_contains(" + SqlValues.texts(focused)
                + ", e.key))");
    }

    /** Whether the scan asked for this column of the very rows that the rule names, so that it needs no others. */
    private boolean focused(Rule rule, String table, String column) {
        String own =
                rule.focus().getOrDefault(table + "." + column, rule.focus().getOrDefault(table, ""));
        return manifest.focus().getOrDefault(table + "." + column, List.of()).contains(own);
    }

    /** Keeps what the rule lacks for the list of gaps. */
    void keep(Rule rule) {
        for (String part : List.of(CELLS, ROWS)) {
            database.execute("insert into " + ALL + " select distinct " + Sql.text(rule.id())
                    + ", account_id, region, table_name, action, code, message from " + part);
        }
    }

    private static String notEntered() {
        return "select a.account_id, 'global' as region, 'aws_account' as table_name, coalesce(t.action, 'sts:AssumeRole') as action,"
                + " coalesce(t.code, '') as code, coalesce(t.message, '') as message from " + Accounts.TABLE
                + " a left join (select distinct on"
                + " (account_id) * from " + TROUBLE
                + " where table_name = 'aws_account' order by account_id, column_name, region, action) t"
                + " using (account_id) where not a.entered";
    }

    /** All gaps with the rules that need what is missing. */
    List<Gap> list(List<Rule> rules) {
        String everyRule = SqlValues.texts(rules.stream().map(Rule::id).sorted().toList());
        List<Gap> found = new ArrayList<>();
        database.each(
                "select * from (select account_id, region, table_name, action, code, message, list(distinct rule order by rule) as rules from "
                        + ALL + " group by all union all select *, " + everyRule + " as rules from " + NOT_ENTERED
                        + ") order by account_id, region, table_name, action, code, message",
                row -> found.add(Gap.read(row)));
        return found;
    }
}
