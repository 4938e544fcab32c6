package io.plumbline.ledger;

import io.plumbline.assess.VerdictHead;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Day} as the program's own rooms would have left it. Cells, units and gaps are a SELECT each. */
record DayFiles(
        Database database,
        Path home,
        String id,
        Instant now,
        String scope,
        List<Manifest.Account> accounts,
        Collection<String> cells,
        List<String> units,
        List<String> gaps,
        List<VerdictHead.JudgingRule> rules,
        Set<String> regionsAsked,
        Map<String, String> tagsAsked) {

    private static final String SOME_UNIT = Day.someUnit() + " where false";
    private static final String SOME_GAP = Day.someGap() + " where false";

    Snapshot snapshot() {
        Path folder = home.resolve("snapshots").resolve(id);
        String columns = JournalEntry.COLUMNS.stream()
                .map(column -> "null::" + column.type() + " as " + column.name())
                .collect(Collectors.joining(", "));
        VerdictHead.VerdictFile journal = write(
                folder,
                "journal.parquet",
                "select * from (select " + columns + " where false) union all by name (" + together(cells) + ")");
        save(
                folder.resolve("manifest.json"),
                new Manifest(
                        Manifest.FORMAT,
                        id,
                        now,
                        now,
                        "test",
                        Day.AWS.id(),
                        "",
                        scope,
                        accounts,
                        Map.of(),
                        Map.of(),
                        new Manifest.TableFile(journal.rows(), journal.bytes(), journal.sha256())));
        return Snapshot.open(folder);
    }

    Path verdicts() {
        Path folder = home.resolve("verdicts").resolve(id);
        Map<String, VerdictHead.VerdictFile> files = new TreeMap<>();
        files.put(
                "units.parquet",
                write(
                        folder,
                        "units.parquet",
                        "select * from ((" + SOME_UNIT + ") union all " + together(units)
                                + ") order by rule, account_id, region, unit"));
        files.put("gaps.parquet", write(folder, "gaps.parquet", "(" + SOME_GAP + ") union all " + together(gaps)));
        files.put("accounts.parquet", write(folder, "accounts.parquet", accountRows()));
        files.put("controls.parquet", write(folder, "controls.parquet", controls(folder)));
        save(
                folder.resolve("verdicts.json"),
                new VerdictHead(
                        1,
                        id,
                        now,
                        now,
                        Day.AWS.id(),
                        List.of(),
                        rules,
                        Set.of(),
                        regionsAsked,
                        tagsAsked,
                        2,
                        java.util.Optional.empty(),
                        List.of(),
                        files));
        return folder;
    }

    private static String together(Iterable<String> selects) {
        List<String> all = new ArrayList<>();
        selects.forEach(all::add);
        return all.isEmpty()
                ? "select * from (select 1) where false"
                : all.stream().map(one -> "(" + one + ")").collect(Collectors.joining(" union all "));
    }

    private String accountRows() {
        return "select one.* from (select unnest(from_json("
                + Sql.text(JsonMapper.shared().writeValueAsString(accounts))
                + ", '[{\"id\":\"VARCHAR\",\"name\":\"VARCHAR\",\"status\":\"VARCHAR\",\"entered\":\"BOOLEAN\","
                + "\"ous\":[\"VARCHAR\"],\"ouIds\":[\"VARCHAR\"],\"regions\":[\"VARCHAR\"]}]')) as one)";
    }

    private String controls(Path folder) {
        String ids = rules.stream().map(rule -> Sql.text(rule.id())).collect(Collectors.joining(", ", "[", "]"));
        return "select r.rule, a.id as account_id, count(*) filter (u.status = 'FAIL') as failed,"
                + " count(*) filter (u.status = 'PASS') as passed, 0::bigint as excepted,"
                + " count(*) filter (u.status = 'NOT_APPLICABLE') as not_applicable,"
                + " count(*) filter (u.status = 'MANUAL') as manual, count(*) filter (u.status = 'UNKNOWN') as unknown,"
                + " count(distinct u.asset) filter (u.status = 'FAIL') as affected from (select unnest(" + ids
                + ") as rule) r cross join (from read_parquet("
                + Sql.text(folder.resolve("accounts.parquet").toString())
                + ") where status = 'ACTIVE') a left join read_parquet("
                + Sql.text(folder.resolve("units.parquet").toString())
                + ") u on u.rule = r.rule and u.account_id = a.id group by r.rule, a.id";
    }

    private VerdictHead.VerdictFile write(Path folder, String name, String select) {
        Path path = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            String sql = select.replace(" union all select * from (select 1) where false", "");
            long rows = database.update("copy (" + sql + ") to " + Sql.text(path.toString()) + " (format parquet)");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return new VerdictHead.VerdictFile(
                    rows, Files.size(path), HexFormat.of().formatHex(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void save(Path file, Object value) {
        try {
            Files.write(file, JsonMapper.shared().writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
