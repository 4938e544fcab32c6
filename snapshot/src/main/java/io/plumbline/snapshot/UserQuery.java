package io.plumbline.snapshot;

import io.plumbline.model.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's own SELECT over a snapshot: on views only, one statement, nothing outside the snapshot can be read and nothing written,
 * with limits of time, memory and rows.
 */
public final class UserQuery {
    private static final String JOURNAL = "journal";

    private UserQuery() {}

    /**
     * What came out.
     *
     * @param cut whether there were more rows than the limit
     * @param notes what the person should know besides
     */
    public record Answer(List<String> columns, List<List<@Nullable Object>> rows, boolean cut, List<String> notes) {
        /** Each row as a map from column to value, for JSON. */
        public List<Map<String, @Nullable Object>> asMaps() {
            return rows.stream()
                    .map(row -> {
                        Map<String, @Nullable Object> map = new LinkedHashMap<>();
                        for (int i = 0; i < columns.size(); i++) {
                            map.put(columns.get(i), row.get(i));
                        }
                        return map;
                    })
                    .toList();
        }
    }

    /**
     * Asks.
     *
     * @throws BadInput if the statement is not one SELECT, names what does not exist, or takes too long
     */
    public static Answer ask(Snapshot snapshot, Schemas schemas, String sql, long mostRows, Duration patience) {
        return ask(snapshot, schemas, sql, mostRows, patience, (database, tables) -> {});
    }

    /**
     * The same with more tables than were collected.
     *
     * @param more makes the others that the statement names; what they are read from must lie in the snapshot's folder
     */
    public static Answer ask(
            Snapshot snapshot,
            Schemas schemas,
            String sql,
            long mostRows,
            Duration patience,
            BiConsumer<Database, Set<String>> more) {
        return ask(snapshot, schemas, sql, mostRows, patience, more, Optional.empty());
    }

    /**
     * The same for somebody who may see some accounts only.
     *
     * @param accounts ids; their rows are all that is in the database when the statement runs, and it reads no file
     */
    public static Answer ask(
            Snapshot snapshot,
            Schemas schemas,
            String sql,
            long mostRows,
            Duration patience,
            BiConsumer<Database, Set<String>> more,
            Optional<Set<String>> accounts) {
        try (Database database = Database.openWide()) {
            SqlReferences references = SqlReferences.of(database, sql);
            List<String> notes = attach(snapshot, database, schemas, references);
            more.accept(database, references.tables());
            if (accounts.isPresent()) {
                keepOnly(accounts.get(), references.tables(), database);
                database.execute("set enable_external_access = false");
                database.execute("set lock_configuration = true");
                return run(database, sql, mostRows, patience, notes);
            }
            database.execute("set allowed_directories = [" + Sql.text(snapshot.folder() + "/") + "]");
            database.execute("set enable_external_access = false");
            database.execute("set lock_configuration = true");
            return run(database, sql, mostRows, patience, notes);
        }
    }

    /** Leaves the rows of some accounts in the tables that the statement names, and no other table. */
    private static void keepOnly(Set<String> accounts, Set<String> named, Database database) {
        String ids = accounts.stream().sorted().map(Sql::text).collect(Collectors.joining(", "));
        String mine = "account_id in (" + (ids.isEmpty() ? "null" : ids) + ")";
        Set<String> wanted =
                named.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        record Relation(String name, boolean view) {}
        List<Relation> relations = database.query(
                "select table_name, table_type = 'VIEW' from information_schema.tables where table_schema = 'main'",
                row -> new Relation(row.getString(1), row.getBoolean(2)));
        for (Relation relation : relations) {
            if (wanted.contains(relation.name().toLowerCase(Locale.ROOT)) && hasAccount(database, relation.name())) {
                database.execute("create table " + Sql.name("kept " + relation.name()) + " as select * from "
                        + Sql.name(relation.name()) + " where " + mine);
            }
        }
        for (Relation relation : relations.stream()
                .sorted(Comparator.comparing(Relation::view).reversed())
                .toList()) {
            database.execute("drop " + (relation.view() ? "view " : "table ") + Sql.name(relation.name()));
        }
        database.query(
                        "select table_name from information_schema.tables where table_schema = 'main'",
                        row -> row.getString(1))
                .forEach(kept -> database.execute(
                        "alter table " + Sql.name(kept) + " rename to " + Sql.name(kept.substring("kept ".length()))));
    }

    private static boolean hasAccount(Database database, String relation) {
        return database.number("select count(*) from information_schema.columns where table_schema = 'main'"
                        + " and column_name = 'account_id' and table_name = " + Sql.text(relation))
                > 0;
    }

    /** Only what the statement names, so that a damaged table or journal is in nobody's way who does not ask for it. */
    private static List<String> attach(
            Snapshot snapshot, Database database, Schemas schemas, SqlReferences references) {
        Set<String> named = references.tables().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean journal = named.remove(JOURNAL);
        boolean all = named.isEmpty() && !journal
                || !named.stream().allMatch(name -> schemas.table(name).isPresent());
        Optional<String> trouble = journal ? Optional.empty() : snapshot.attachJournalIfWhole(database);
        if (trouble.isEmpty()) {
            snapshot.attach(database, schemas, all ? schemas.names() : named);
            return List.of();
        }
        snapshot.attachTables(database, schemas, all ? schemas.names() : named);
        return List.of(
                "The snapshot's " + trouble.get()
                        + ", so when rows were read is not known: collected_at is null. Restore the file from a backup or scan again.");
    }

    private static Answer run(Database database, String sql, long mostRows, Duration patience, List<String> notes) {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                Statement statement = database.connection().createStatement()) {
            ScheduledFuture<?> end = clock.schedule(
                    () -> {
                        statement.cancel();
                        return true;
                    },
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return read(rows, mostRows, notes);
            } finally {
                end.cancel(false);
            }
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            throw new BadInput(
                    message.contains("INTERRUPT")
                            ? "The query was stopped after " + patience.toSeconds()
                                    + " s. Ask for less, or allow more with --timeout."
                            : "The query cannot be run: " + message
                                    + "\n`plumbline tables` lists tables, `plumbline tables NAME` columns.",
                    e);
        }
    }

    private static Answer read(ResultSet rows, long mostRows, List<String> notes) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> read = new ArrayList<>();
        while (rows.next()) {
            if (read.size() == mostRows) {
                return new Answer(columns, read, true, notes);
            }
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(Values.plain(rows.getObject(i)));
            }
            read.add(row);
        }
        return new Answer(columns, read, false, notes);
    }
}
