package io.plumbline.ledger;

import io.plumbline.assess.Missing;
import io.plumbline.assess.VerdictHead;
import io.plumbline.assess.Verdicts;
import io.plumbline.model.FindingId;
import io.plumbline.model.Partition;
import io.plumbline.model.Severity;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A scan and its verdicts, made by hand, one a day. Things lie in regions and people do not; unless a test says otherwise, every cell of
 * an account was read.
 */
final class Day {
    static final Instant FIRST = Instant.parse("2026-06-01T06:00:00Z");
    static final String ONE = "111122223333";
    static final String TWO = "444455556666";
    static final String EAST = "us-east-1";
    static final String WEST = "eu-west-1";
    static final String GLOBAL = "global";

    /** Judges each thing. */
    static final String EACH = "each-thing";

    /** Judges the account: one good thing anywhere is enough. */
    static final String ANY = "any-thing";

    /** Judges each person. */
    static final String PERSON = "each-person";

    /** Judges each person, by the things they own. */
    static final String OWNER = "each-owner";

    static final Partition AWS = new Partition("aws");
    private static final List<VerdictHead.JudgingRule> RULES = List.of(
            new VerdictHead.JudgingRule(ANY, Severity.HIGH, Missing.ANY, List.of("thing")),
            new VerdictHead.JudgingRule(OWNER, Severity.LOW, Missing.EACH, List.of("person", "thing")),
            new VerdictHead.JudgingRule(PERSON, Severity.CRITICAL, Missing.EACH, List.of("person")),
            new VerdictHead.JudgingRule(EACH, Severity.MEDIUM, Missing.EACH, List.of("thing")));

    private final int number;
    private final List<Manifest.Account> accounts = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final Map<String, String> cells = new TreeMap<>();
    private List<VerdictHead.JudgingRule> rules = RULES;
    private String scope = "organization; all enabled regions";
    private Set<String> regionsAsked = Set.of();
    private Map<String, String> tagsAsked = Map.of();

    Day(int number) {
        this.number = number;
    }

    static String someUnit() {
        return new Day(0).fail("", "", "", "").units.getFirst();
    }

    static String someGap() {
        return new Day(0).gap("", "", "", "", "").gaps.getFirst();
    }

    /** The usual: one account with two regions. */
    static Day of(int number) {
        return new Day(number).account(ONE, EAST, WEST);
    }

    Instant now() {
        return FIRST.plus(Duration.ofDays(number));
    }

    String id() {
        return now().toString().replace(':', '-');
    }

    static String finding(String rule, String unit) {
        return FindingId.of(rule, AWS, unit).value();
    }

    Day account(String id, String... regions) {
        accounts.add(new Manifest.Account(
                id,
                "name of " + id,
                "ACTIVE",
                true,
                List.of("Root", "Unit"),
                List.of("r-1", "ou-1"),
                List.of(regions)));
        for (String region : regions) {
            cell(id, region, "thing", "read", "", "");
        }
        return cell(id, GLOBAL, "person", "read", "", "");
    }

    /** An account that nobody could look into. */
    Day closed(String id) {
        accounts.add(
                new Manifest.Account(id, "name of " + id, "ACTIVE", false, List.of("Root"), List.of("r-1"), List.of()));
        rules.forEach(rule -> unit(rule.id(), id, GLOBAL, id, "UNKNOWN", "account could not be entered", "{}"));
        return gap(
                id,
                GLOBAL,
                "aws_account",
                "sts:AssumeRole",
                "AccessDenied",
                RULES.stream().map(VerdictHead.JudgingRule::id).toArray(String[]::new));
    }

    Day suspended(String id) {
        accounts.add(new Manifest.Account(
                id, "name of " + id, "SUSPENDED", false, List.of("Root"), List.of("r-1"), List.of()));
        return this;
    }

    /** One that is there already. */
    Day suspendedInstead(String id) {
        accounts.removeIf(account -> account.id().equals(id));
        cells.keySet().removeIf(key -> key.startsWith(id));
        return suspended(id);
    }

    Day scope(String words) {
        this.scope = words;
        return this;
    }

    Day rules(String... ids) {
        Set<String> wanted = Set.of(ids);
        this.rules = RULES.stream().filter(rule -> wanted.contains(rule.id())).toList();
        return this;
    }

    Day regionsAsked(String... regions) {
        this.regionsAsked = Set.of(regions);
        return this;
    }

    Day tagsAsked(Map<String, String> tags) {
        this.tagsAsked = tags;
        return this;
    }

    Day cell(String account, String region, String table, String status, String code, String takenFrom) {
        cells.put(
                account + region + table,
                "select " + Sql.text(account) + " as account_id, " + Sql.text(region) + " as region, "
                        + Sql.text(table) + " as table_name, '' as column_name, 'x:List' as action, "
                        + Sql.text(status) + " as status, " + Sql.text(code) + " as code, "
                        + Sql.text(takenFrom) + " as taken_from");
        return this;
    }

    /** A list that AWS refused, with what the engine makes of it. */
    Day denied(String account, String region, String table, String... ofRules) {
        return cell(account, region, table, "denied", "AccessDenied", "")
                .gap(account, region, table, "x:List", "AccessDenied", ofRules);
    }

    Day gap(String account, String region, String table, String action, String code, String... ofRules) {
        gaps.add("select " + Sql.text(account) + " as accountId, " + Sql.text(region) + " as region, "
                + Sql.text(table) + " as \"table\", " + Sql.text(action) + " as action, " + Sql.text(code)
                + " as code, '' as message, "
                + List.of(ofRules).stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"))
                + "::varchar[] as rules");
        return this;
    }

    Day fail(String rule, String account, String region, String unit) {
        return unit(rule, account, region, unit, "FAIL", "it is bad", "{}");
    }

    /** Many things that fail, called PREFIX0 and so on. */
    Day failMany(String rule, String account, String region, String prefix, int count) {
        String one = fail(rule, account, region, "@").units.removeLast();
        units.add(one.replace("'@'", "'" + prefix + "' || i")
                        .replace(
                                Sql.text(finding(rule, "@")),
                                "substr(sha256('" + rule + "' || chr(10) || 'aws' || chr(10) || '" + prefix
                                        + "' || i), 1, 32)")
                + " from range(" + count + ") r(i)");
        return this;
    }

    Day pass(String rule, String account, String region, String unit) {
        return unit(rule, account, region, unit, "PASS", "it is good", "{}");
    }

    Day unit(String rule, String account, String region, String unit, String status, String reason, String tags) {
        return unit(rule, account, region, unit, status, reason, tags, "[]");
    }

    Day unit(
            String rule,
            String account,
            String region,
            String unit,
            String status,
            String reason,
            String tags,
            String restsOn) {
        units.add("select " + Sql.text(rule) + " as rule, " + Sql.text(account) + " as account_id, "
                + Sql.text(region) + " as region, " + Sql.text(unit) + " as unit, "
                + (unit.equals(account) ? "null" : Sql.text(unit)) + " as asset, " + Sql.text(status) + " as status, "
                + Sql.text(reason) + " as reason, []::varchar[] as warnings, '{\"a\":1}' as evidence,"
                + " null::varchar as exception, null::varchar as inherited_from, from_json("
                + Sql.text(restsOn)
                + ", '[{\"account_id\":\"VARCHAR\",\"region\":\"VARCHAR\",\"table_name\":\"VARCHAR\"}]') as rests_on, "
                + (status.equals("FAIL") ? Sql.text(finding(rule, unit)) : "null::varchar")
                + " as finding_id, from_json("
                + Sql.text(tags) + ", '\"MAP(VARCHAR, VARCHAR)\"') as tags");
        return this;
    }

    /** Writes it all and has it followed. */
    Changes track(Tracking tracking, Path home) {
        return track(tracking, home, now().plusSeconds(600));
    }

    Changes track(Tracking tracking, Path home, Instant at) {
        try (Database database = Database.open()) {
            DayFiles files = files(home, database);
            Snapshot snapshot = files.snapshot();
            try (Verdicts verdicts = Verdicts.open(files.verdicts())) {
                return tracking.track(verdicts, snapshot, at);
            }
        }
    }

    Snapshot writeSnapshot(Path home) {
        try (Database database = Database.open()) {
            return files(home, database).snapshot();
        }
    }

    Path writeVerdicts(Path home) {
        try (Database database = Database.open()) {
            return files(home, database).verdicts();
        }
    }

    private DayFiles files(Path home, Database database) {
        return new DayFiles(
                database,
                home,
                id(),
                now(),
                scope,
                accounts,
                cells.values(),
                units,
                gaps,
                rules,
                regionsAsked,
                tagsAsked);
    }
}
