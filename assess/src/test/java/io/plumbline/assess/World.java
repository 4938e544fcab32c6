package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.TableSchema;
import io.plumbline.snapshot.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An estate of invented things in a database, as a scan would have left it. */
final class World implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    static final String FIRST = "111122223333";
    static final String SECOND = "444455556666";

    final Database database = Database.open();
    final TestSchemas schemas = new TestSchemas();
    private final List<Manifest.Account> accounts = new ArrayList<>();
    private Map<String, List<String>> focus = Map.of();

    World() {
        for (TableSchema table : schemas.tables()) {
            database.execute("create table " + table.name() + " as " + TableWriter.relation(table, List.of()));
        }
        database.execute("create table journal ("
                + JournalEntry.COLUMNS.stream()
                        .map(column -> column.name() + " " + column.type())
                        .collect(Collectors.joining(", "))
                + ")");
    }

    World account(String id, String status, boolean entered, String... ous) {
        return account(id, status, entered, List.of("us-east-1"), ous);
    }

    /** One that was entered and has none of the regions that were asked for. */
    World accountWithoutRegions(String id) {
        return account(id, "ACTIVE", true, List.of());
    }

    /** One in units with names and ids. */
    World accountIn(String id, List<String> ous, List<String> ouIds) {
        return account(id, "ACTIVE", true, List.of("us-east-1"), ous, ouIds);
    }

    /** The same of which the journal says nothing, so that thousands are made in no time. */
    World accountUnread(String id, List<String> ous, List<String> ouIds) {
        accounts.add(new Manifest.Account(id, "name of " + id, "ACTIVE", true, ous, ouIds, List.of("us-east-1")));
        return this;
    }

    private World account(String id, String status, boolean entered, List<String> regions, String... ous) {
        return account(id, status, entered, regions, List.of(ous), List.of());
    }

    private World account(
            String id, String status, boolean entered, List<String> regions, List<String> ous, List<String> ouIds) {
        accounts.add(new Manifest.Account(id, "name of " + id, status, entered, ous, ouIds, regions));
        if (entered) {
            schemas.tables().forEach(table -> journal(id, "global", table.name(), "", "read", "", ""));
        }
        return this;
    }

    World journal(
            String account, String region, String table, String column, String status, String code, String message) {
        database.execute(
                "insert into journal by name select " + Sql.text(account) + " as account_id, " + Sql.text(region)
                        + " as region, " + Sql.text(table) + " as table_name, " + Sql.text(column)
                        + " as column_name, 'x:Ask' as action, "
                        + Sql.text(status) + " as status, " + Sql.text(code) + " as code, " + Sql.text(message)
                        + " as message");
        return this;
    }

    World thing(String account, String region, String arn, String extra) {
        database.execute("insert into thing by name select " + Sql.text(account) + " as account_id, " + Sql.text(region)
                + " as region, " + Sql.text(arn)
                + " as arn, map {}::map(varchar, struct(\"action\" varchar, code varchar)) as unread, "
                + Sql.text(extra) + " as extra");
        return this;
    }

    World tag(String arn, String key, String value) {
        database.execute("update thing set tags = map {" + Sql.text(key) + ": " + Sql.text(value) + "} where arn = "
                + Sql.text(arn));
        return this;
    }

    World unread(String arn, String column, String code) {
        database.execute("update thing set unread = map {" + Sql.text(column) + ": {'action': 'x:Get', 'code': "
                + Sql.text(code) + "}} where arn = " + Sql.text(arn));
        return this;
    }

    World focus(Map<String, List<String>> selects) {
        focus = selects;
        return this;
    }

    Assessment assess(AssessmentRequest request) {
        return assessor().assess(manifest(), request);
    }

    /** As a scan's snapshot is assessed: only the regions that the manifest names were read. */
    Assessment assessScan(AssessmentRequest request) {
        return assessor().assess(manifest(), ReadRegions.of(manifest()), request);
    }

    private Manifest manifest() {
        return new Manifest(
                Manifest.FORMAT,
                "2026-06-30T12-00-00Z",
                NOW,
                NOW,
                "",
                "aws",
                "",
                "",
                accounts,
                focus,
                Map.of(),
                new Manifest.TableFile(0, 0, ""));
    }

    Assessor assessor() {
        return new Assessor(database, schemas, RuleMemory.none());
    }

    List<UnitResult> units(AssessmentRequest request) {
        List<UnitResult> units = new ArrayList<>();
        assess(request).units(units::add);
        return units;
    }

    @Override
    public void close() {
        database.close();
    }
}
