package io.plumbline.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.assess.Catalog;
import io.plumbline.model.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The database of findings, decisions and people. Brought to the newest form when it is opened, in one transaction, so that a kill leaves
 * the old form or the new one. SQLite takes one writer at a time and any number of readers; so does this class, for both databases, over
 * all processes that have it open. A reader never waits for a writer.
 */
public final class Ledger implements AutoCloseable {
    private static final int READERS = 8;

    private final HikariDataSource readers;
    private final HikariDataSource writer;
    private final Dialect dialect;
    private final Jdbi reading;
    private final Jdbi writing;

    private Ledger(HikariDataSource readers, HikariDataSource writer, Dialect dialect) {
        this.readers = readers;
        this.writer = writer;
        this.dialect = dialect;
        this.reading = Jdbi.create(readers);
        this.writing = Jdbi.create(writer);
    }

    /** The file {@code ledger.db} of a home; made if it is not there. */
    public static Ledger at(Path home) {
        return open("jdbc:sqlite:" + home.toAbsolutePath().resolve("ledger.db"));
    }

    /** The one that a URL names; without one, that of a home. */
    public static Ledger of(Path home, Optional<String> url) {
        return url.map(Ledger::open).orElseGet(() -> at(home));
    }

    /**
     * A database by its JDBC URL, {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/NAME?user=…&password=…}. A new file is its
     * owner's alone.
     *
     * @throws BadInput if it cannot be reached, or a newer Plumbline has changed it
     */
    public static Ledger open(String url) {
        Dialect dialect = Dialect.of(url);
        dialect.prepare(url);
        try (HikariDataSource source = pool(config(url, dialect, "opening", 4), dialect)) {
            dialect.alone(url, source, () -> new Migrations(source, dialect, dialect.withoutSecrets(url)).run());
        }
        HikariConfig writing = config(url, dialect, "writer", 1);
        dialect.configureWriter(writing);
        HikariConfig reading = config(url, dialect, "readers", READERS);
        dialect.configureReader(reading);
        HikariDataSource writer = pool(writing, dialect);
        try {
            return new Ledger(pool(reading, dialect), writer, dialect);
        } catch (BadInput e) {
            writer.close();
            throw e;
        }
    }

    private static HikariConfig config(String url, Dialect dialect, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setPoolName("ledger-" + name);
        dialect.configure(config);
        return config;
    }

    private static HikariDataSource pool(HikariConfig config, Dialect dialect) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new BadInput(
                    "The ledger " + dialect.withoutSecrets(config.getJdbcUrl()) + " cannot be reached: "
                            + e.getMessage()
                            + ". See that its server runs, and that name and password in the URL are right.",
                    e);
        }
    }

    /** Who did what. */
    public AuditLog audit() {
        return new AuditLog(this);
    }

    /**
     * What somebody decided to live with.
     *
     * @param catalog the rules there are
     */
    public Exceptions exceptions(Catalog catalog) {
        return exceptions(catalog, ControlStates::recount);
    }

    Exceptions exceptions(Catalog catalog, Recount recount) {
        return new Exceptions(this, catalog, recount);
    }

    /** What failed, over time. */
    public Findings findings() {
        return new Findings(this);
    }

    /** Where people work on findings. */
    public FindingDesk desk() {
        return new FindingDesk(this, AuditLog::append);
    }

    /** The assessments that findings follow. */
    public Assessments assessments() {
        return new Assessments(this);
    }

    /** Lets findings follow assessments. */
    public Tracking tracking() {
        return new Tracking(this, (handle, now) -> Coverage.apply(handle, now, Actor.SCAN));
    }

    /** The accounts that assessments have seen, as far as they may be seen, ordered by id. */
    public List<LedgerAccount> accounts(Visible visible) {
        return read(handle -> LedgerAccounts.of(handle).visible(visible));
    }

    /**
     * What of the visible accounts somebody asks about.
     *
     * @param accounts ids; empty for all
     * @param units names, paths or ids of organizational units; empty for all
     */
    public Visible choose(Visible visible, Set<String> accounts, Set<String> units) {
        return read(handle -> LedgerAccounts.of(handle).choose(visible, accounts, units));
    }

    /**
     * What only people can answer.
     *
     * @param catalog the rules there are
     */
    public Attestations attestations(Catalog catalog) {
        return new Attestations(this, catalog);
    }

    /**
     * What people have set for rules.
     *
     * @param catalog the rules there are
     */
    public RuleParameters parameters(Catalog catalog) {
        return new RuleParameters(this, catalog);
    }

    /** Who may sign in. */
    public People people() {
        return new People(this);
    }

    /**
     * How people show who they are. To be made once: it takes a password's time.
     *
     * @param vault seals their second factors
     */
    public Credentials credentials(Vault vault) {
        return new Credentials(this, vault);
    }

    /** Who is signed in. */
    public Sessions sessions() {
        return new Sessions(this);
    }

    /** What programs sign in with. */
    public Tokens tokens() {
        return new Tokens(this);
    }

    /** People who sign in by OpenID Connect. */
    public Identities identities() {
        return new Identities(this);
    }

    /** Scans that are made by themselves. */
    public Schedules schedules() {
        return new Schedules(this);
    }

    /** Scans that servers began. */
    public ScanRuns scanRuns() {
        return new ScanRuns(this);
    }

    /** Files that were made of assessments and handed out. */
    public Reports reports() {
        return new Reports(this);
    }

    /** What people saved. */
    public SavedViews views() {
        return new SavedViews(this);
    }

    /**
     * Where notifications go.
     *
     * @param vault seals what a channel keeps secret
     */
    public Channels channels(Vault vault) {
        return new Channels(this, vault);
    }

    /** What is told to which channel. */
    public NotificationRoutes routes() {
        return new NotificationRoutes(this);
    }

    /**
     * Makes deliveries of what becomes of findings.
     *
     * @param rulesOf the rules that some frameworks have
     * @param words says what is told
     */
    public Telling telling(Function<Set<String>, Set<String>> rulesOf, Telling.Words words) {
        return new Telling(this, rulesOf, words);
    }

    /** What is to be told, and what became of it. */
    public Deliveries deliveries() {
        return new Deliveries(this);
    }

    /** Which tickets are kept for findings. */
    public Tickets tickets() {
        return new Tickets(this);
    }

    /** Reads, from one state of the database. */
    <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return reading.inTransaction(work);
    }

    /** Writes all or nothing; one writer at a time. */
    <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        return writing.inTransaction(handle -> {
            dialect.onlyWriter(handle);
            return work.withHandle(handle);
        });
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
