package io.plumbline.assess;

import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Puts a case into a database as a scan would: rows by the code that makes a snapshot's tables, and a journal. */
final class CaseTables {
    private final Database database;
    private final Schemas schemas;
    private final Path folder;

    CaseTables(Database database, Schemas schemas, Path folder) {
        this.database = database;
        this.schemas = schemas;
        this.folder = folder;
    }

    /** Makes the tables that a rule reads, and answers with the manifest that the scan would have written. */
    Manifest fill(Rule rule, RuleCase one, RuleReads reads) {
        for (String table : reads.tables()) {
            List<Map<String, Object>> rows = one.tables().getOrDefault(table, List.of());
            String relation = TableWriter.relation(
                    schemas.table(table).orElseThrow(), rows.isEmpty() ? List.of() : List.of(write(table, rows)));
            database.execute("create or replace table main." + Sql.name(table) + " as " + relation);
        }
        journal(one, reads.tables());
        return new Manifest(
                Manifest.FORMAT,
                "case",
                one.now(),
                one.now(),
                "",
                one.partition(),
                "",
                "",
                one.accounts(),
                focus(rule, reads),
                Map.of(),
                new Manifest.TableFile(0, 0, ""));
    }

    /** What a scan for this rule alone would have focused on. */
    private static Map<String, List<String>> focus(Rule rule, RuleReads reads) {
        Map<String, List<String>> focus = new TreeMap<>();
        reads.details().forEach((table, details) -> {
            String whole = rule.focus().getOrDefault(table, "");
            if (!whole.isEmpty()) {
                focus.put(table, List.of(whole));
            }
            for (String detail : details) {
                String own = rule.focus().getOrDefault(table + "." + detail, whole);
                if (!own.isEmpty()) {
                    focus.put(table + "." + detail, List.of(own));
                }
            }
        });
        return focus;
    }

    private Path write(String table, List<Map<String, Object>> rows) {
        Path file = folder.resolve(table + ".json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map<String, Object> row : rows) {
                out.write(JsonMapper.shared().writeValueAsBytes(row));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        return file;
    }

    private void journal(RuleCase one, Set<String> tables) {
        List<String> rows = new ArrayList<>();
        for (Manifest.Account account : one.accounts()) {
            tables.stream()
                    .filter(table -> account.entered() && !one.notAsked().contains(table))
                    .sorted()
                    .forEach(table -> rows.add(row(new JournalEntry(
                            account.id(), "global", table, "", "", CellStatus.READ, 1, 0, 1, 0, "", ""))));
        }
        one.unread().forEach(entry -> rows.add(row(entry)));
        database.execute("create or replace table main.journal as "
                + SqlValues.rows(
                        JournalEntry.COLUMNS.stream()
                                .map(column -> column.name() + " " + column.type())
                                .toList(),
                        rows));
    }

    private static String row(JournalEntry entry) {
        return "(" + Sql.text(entry.accountId()) + ", " + Sql.text(entry.region()) + ", " + Sql.text(entry.tableName())
                + ", "
                + Sql.text(entry.columnName()) + ", " + Sql.text(entry.action()) + ", "
                + Sql.text(entry.status().word()) + ", "
                + entry.calls() + ", " + entry.throttled() + ", " + entry.millis() + ", " + entry.rowCount() + ", "
                + Sql.text(entry.code()) + ", " + Sql.text(entry.message())
                // When a cell was read, and by which scan, no case says.
                + ", null, '')";
    }
}
