package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Hashes;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An assessment kept as files: each rule's units once, its counts by account, the accounts, and what could not be read. Any number of
 * threads may ask it at once.
 */
public final class Verdicts implements AutoCloseable {
    static final String HEAD = "verdicts.json";
    static final String UNITS = "units.parquet";
    static final String CONTROLS = "controls.parquet";
    static final String GAPS = "gaps.parquet";
    static final String ACCOUNTS = "accounts.parquet";

    private final Path folder;
    private final VerdictHead head;
    private final Database database;
    private final List<Manifest.Account> accounts;

    private Verdicts(Path folder, VerdictHead head, Database database) {
        this.folder = folder;
        this.head = head;
        this.database = database;
        this.accounts = ask(
                "select id, name, status, entered, ous, \"ouIds\", regions from " + relation(ACCOUNTS) + " order by id",
                row -> new Manifest.Account(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        SqlRows.texts(row, 5),
                        SqlRows.texts(row, 6),
                        SqlRows.texts(row, 7)));
    }

    /**
     * Opens verdicts, having read each file to its end.
     *
     * @throws BadInput if there are none in the folder, or a file is not the one that was written, naming it
     */
    public static Verdicts open(Path folder) {
        VerdictHead head = head(folder);
        head.files()
                .forEach((name, file) -> trouble(folder.resolve(name), file).ifPresent(why -> {
                    throw new BadInput("The verdicts on " + head.snapshot() + " are damaged: " + folder.resolve(name)
                            + " " + why + ". Restore the file from a backup or judge the snapshot again.");
                }));
        Database database = Database.openWide();
        Verdicts verdicts = new Verdicts(folder, head, database);
        verdicts.attach(database);
        return verdicts;
    }

    private static VerdictHead head(Path folder) {
        Path file = folder.resolve(HEAD);
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    "No verdicts at " + folder + ": it holds no " + HEAD + ". Judge the snapshot to have them.");
        }
        try {
            VerdictHead head = JsonMapper.shared().readValue(Files.readAllBytes(file), VerdictHead.class);
            if (head.format() != VerdictHead.FORMAT) {
                throw new BadInput("The verdicts " + folder + " have format " + head.format()
                        + ", this Plumbline reads format " + VerdictHead.FORMAT + ". Judge the snapshot again.");
            }
            return head;
        } catch (JacksonException e) {
            throw new BadInput(
                    "The verdicts " + folder + " are damaged: " + file + " cannot be read (" + e.getOriginalMessage()
                            + "). Restore the file from a backup or judge the snapshot again.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Optional<String> trouble(Path path, VerdictHead.VerdictFile file) {
        try {
            if (!Files.isRegularFile(path)) {
                return Optional.of("is missing");
            }
            if (Files.size(path) != file.bytes()) {
                return Optional.of("is not the file that was written (it has " + Files.size(path) + " bytes, not "
                        + file.bytes() + ")");
            }
            return Hashes.sha256(path).equals(file.sha256())
                    ? Optional.empty()
                    : Optional.of(
                            "is not the file that was written (its SHA-256 differs from the one in " + HEAD + ")");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** What they are of. */
    public VerdictHead head() {
        return head;
    }

    /**
     * Makes views of the files in a database: {@code verdict_unit}, {@code verdict_control}, {@code verdict_gap},
     * {@code verdict_account}.
     */
    public void attach(Database other) {
        Map.of("unit", UNITS, "control", CONTROLS, "gap", GAPS, "account", ACCOUNTS)
                .forEach((name, file) ->
                        other.execute("create or replace view verdict_" + name + " as from " + relation(file)));
    }

    /** A file of theirs in SQL. */
    String relation(String file) {
        return "read_parquet(" + Sql.text(folder.resolve(file).toAbsolutePath().toString()) + ")";
    }

    /** Every account in scope, ordered by id. */
    public List<Manifest.Account> accounts() {
        return accounts;
    }

    /** What the rules needed and could not be read, ordered by account, region, table and action. */
    public List<Gap> gaps() {
        return ask(
                "select \"accountId\", region, \"table\", action, code, message, rules from verdict_gap"
                        + " order by \"accountId\", region, \"table\", action, code, message",
                Gap::read);
    }

    /** Some of the units that somebody wants to see, ordered by account, region and unit. */
    public UnitPage units(UnitQuery query, int limit, long offset) {
        return new UnitPages(this).page(query, limit, offset);
    }

    /**
     * The same as an assessment, for the formats of room {@code report}.
     *
     * @param frameworks ids of those to tell of
     * @param waivers where the exceptions are that the units name; one that is not among them is told by its id alone
     * @param accounts only these; empty for all
     * @throws BadInput if the catalog lacks a framework
     */
    public Assessment assessment(
            Catalog catalog, List<String> frameworks, List<Waiver> waivers, Optional<Set<String>> accounts) {
        return FiledAssessment.of(this, catalog, frameworks, waivers, accounts);
    }

    /** Asks on a connection of its own. */
    <T> List<T> ask(String sql, Database.RowReader<T> reader) {
        try (Database connection = database.another()) {
            return connection.query(sql, reader);
        }
    }

    /** Streams on a connection of its own. */
    void each(String sql, Database.RowReader<Boolean> reader) {
        try (Database connection = database.another()) {
            connection.each(sql, reader);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
