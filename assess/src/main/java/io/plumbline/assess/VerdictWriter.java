package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Hashes;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Writes an assessment as files, straight from the database that it stands in. */
final class VerdictWriter {
    /** Rows that are passed over together: few enough that a page of an account of a large rule reads little. */
    private static final int GROUP = 10_240;

    private static final List<String> UNIT = List.of(
            "rule VARCHAR",
            "account_id VARCHAR",
            "region VARCHAR",
            "unit VARCHAR",
            "asset VARCHAR",
            "status VARCHAR",
            "reason VARCHAR",
            "warnings VARCHAR[]",
            "evidence VARCHAR",
            "exception VARCHAR",
            "inherited_from VARCHAR",
            "rests_on STRUCT(account_id VARCHAR, region VARCHAR, table_name VARCHAR)[]",
            "finding_id VARCHAR",
            "tags MAP(VARCHAR, VARCHAR)");

    private static final List<String> COUNT = Stream.concat(
                    Stream.of("rule VARCHAR", "account_id VARCHAR"),
                    UnitCounts.NAMES.stream().map(name -> name + " BIGINT"))
            .toList();

    private final AssessmentResult result;
    private final Database database;
    private final Path folder;
    private final List<Rule> rules;
    private final Map<String, VerdictHead.VerdictFile> files = new TreeMap<>();

    VerdictWriter(AssessmentResult result, Path folder) {
        this.result = result;
        this.database = result.database();
        this.folder = folder;
        this.rules = result.request().rules().stream()
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    void write() throws IOException {
        copy(Verdicts.ACCOUNTS, accounts());
        writeUnits();
        copy(Verdicts.CONTROLS, controls());
        copy(Verdicts.GAPS, gaps());
        Files.write(
                folder.resolve(Verdicts.HEAD),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(head()));
    }

    private void copy(String file, String select) throws IOException {
        Path path = folder.resolve(file);
        seal(file, path, write(select, path));
    }

    private long write(String select, Path path) {
        return database.update("copy (" + select + ") to " + literal(path)
                + " (format parquet, compression zstd, row_group_size " + GROUP + ")");
    }

    private void seal(String file, Path path, long rows) throws IOException {
        files.put(file, new VerdictHead.VerdictFile(rows, Files.size(path), Hashes.sha256(path)));
    }

    private static String literal(Path path) {
        return Sql.text(path.toAbsolutePath().toString());
    }

    private void writeUnits() throws IOException {
        FailedTags tags = FailedTags.of(result, rules);
        UnitPieces unitPieces = new UnitPieces();
        rules.forEach(rule ->
                unitPieces.add(result.countsOf(rule), condition -> units(rule, tags.of(rule)) + " where " + condition));
        List<String> selects = unitPieces.selects();
        switch (selects.size()) {
            case 0 -> copy(Verdicts.UNITS, SqlValues.rows(UNIT, List.of()));
            case 1 -> copy(Verdicts.UNITS, sorted(selects.getFirst()));
            default -> join(selects);
        }
        tags.drop();
    }

    private static String sorted(String units) {
        return units + " order by rule, account_id, region, unit";
    }

    private void join(List<String> selects) throws IOException {
        List<Path> pieces = new ArrayList<>();
        for (String select : selects) {
            Path piece = folder.resolve("piece-" + pieces.size() + ".parquet");
            write(sorted(select), piece);
            pieces.add(piece);
        }
        database.execute("set preserve_insertion_order = true");
        try {
            copy(
                    Verdicts.UNITS,
                    "from read_parquet("
                            + pieces.stream().map(VerdictWriter::literal).collect(Collectors.joining(", ", "[", "]"))
                            + ")");
        } finally {
            database.execute("set preserve_insertion_order = false");
        }
        for (Path piece : pieces) {
            Files.delete(piece);
        }
    }

    /** The units {@code v} of a rule, with the tags that a relation {@code t} of account, ARN and tags gives. */
    private String units(Rule rule, String tags) {
        String waivers = SqlValues.texts(
                result.request().waivers().stream().map(Waiver::id).toList());
        return "select " + Sql.text(rule.id())
                + " as rule, v.account_id, v.region, v.unit, v.asset, v.status, v.reason,"
                + " coalesce(v.warnings, []) as warnings, v.evidence, list_extract(" + waivers
                + ", v.exception + 1) as exception,"
                + " v.inherited_from, coalesce(v.rests_on, []) as rests_on, case when v.status = 'FAIL' then "
                + id(rule) + " end as finding_id, t.tags from " + VerdictTable.name(rule) + " v" + tags;
    }

    /** As {@link io.plumbline.model.FindingId} makes it. */
    private String id(Rule rule) {
        return "substr(sha256(" + Sql.text(rule.id()) + " || chr(10) || " + Sql.text(result.partition())
                + " || chr(10) || v.unit), 1, 32)";
    }

    private String controls() {
        String counted = rules.isEmpty()
                ? SqlValues.rows(COUNT, List.of())
                : rules.stream()
                        .map(rule -> "select " + Sql.text(rule.id()) + ", account_id, " + UnitCounts.COLUMNS + " from "
                                + VerdictTable.name(rule) + " group by account_id")
                        .collect(Collectors.joining(" union all "));
        String wanted = SqlValues.texts(rules.stream().map(Rule::id).toList());
        String counts = UnitCounts.NAMES.stream()
                .map(name -> "coalesce(c." + name + ", 0) as " + name)
                .collect(Collectors.joining(", "));
        return "select r.rule, a.id as account_id, " + counts + " from (select unnest(" + wanted
                + ") as rule) r cross join (select id from read_parquet("
                + literal(folder.resolve(Verdicts.ACCOUNTS)) + ") where status = 'ACTIVE') a left join (" + counted
                + ") c(rule, account_id, "
                + String.join(", ", UnitCounts.NAMES)
                + ") on c.rule = r.rule and c.account_id = a.id order by r.rule, a.id";
    }

    private String accounts() {
        List<Manifest.Account> accounts = result.manifest().accounts().stream()
                .filter(account -> result.request().accounts().isEmpty()
                        || result.request().accounts().contains(account.id()))
                .toList();
        return json(
                        accounts,
                        "[{\"id\": \"VARCHAR\", \"name\": \"VARCHAR\", \"status\": \"VARCHAR\", \"entered\": \"BOOLEAN\","
                                + " \"ous\": [\"VARCHAR\"], \"ouIds\": [\"VARCHAR\"], \"regions\": [\"VARCHAR\"]}]")
                + " order by id";
    }

    private String gaps() {
        return json(
                        result.gaps(),
                        "[{\"accountId\": \"VARCHAR\", \"region\": \"VARCHAR\", \"table\": \"VARCHAR\", \"action\": \"VARCHAR\","
                                + " \"code\": \"VARCHAR\", \"message\": \"VARCHAR\", \"rules\": [\"VARCHAR\"]}]")
                + " order by \"accountId\", region, \"table\", action, code, message";
    }

    /** Rows out of one literal of JSON: thousands of them as SQL would take long to parse. */
    private static String json(List<?> rows, String structure) {
        return "select * from (select one.* from (select unnest(from_json(" + SqlValues.text(JsonText.of(rows)) + ", "
                + SqlValues.text(structure) + ")) as one))";
    }

    private VerdictHead head() {
        AssessmentRequest request = result.request();
        return new VerdictHead(
                VerdictHead.FORMAT,
                result.snapshot(),
                result.manifest().now(),
                result.now(),
                result.partition(),
                result.frameworks(),
                rules.stream()
                        .map(rule -> new VerdictHead.JudgingRule(
                                rule.id(),
                                rule.severity(),
                                rule.missing(),
                                result.readsOf(rule).required().stream()
                                        .sorted()
                                        .toList()))
                        .toList(),
                request.accounts(),
                request.regions(),
                request.tags(),
                (int) result.manifest().accounts().stream()
                        .flatMap(account -> account.regions().stream())
                        .distinct()
                        .count(),
                Optional.of(request.settings().of(rules.stream().map(Rule::id).toList())),
                result.messages(),
                files);
    }
}
