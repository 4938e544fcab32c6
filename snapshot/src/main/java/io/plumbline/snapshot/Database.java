package io.plumbline.snapshot;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB in this process, in memory, in UTC and bounded. Everything that is asked of a snapshot is asked here. Not for use by two
 * threads at once: each takes {@linkplain #another() a connection of its own}.
 */
public final class Database implements AutoCloseable {
    private final Connection connection;
    private final Set<String> done;

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Database(Connection connection, Set<String> done) {
        this.connection = connection;
        this.done = done;
    }

    /**
     * Opens one with the limits that suit a laptop beside other work, half a gigabyte, for many statements that each do little: one thread
     * runs a statement, since to share such a one costs more than to run it.
     */
    public static Database open() {
        return open("512MB", 1);
    }

    /** The same for few statements that do much: all processors run each. */
    public static Database openWide() {
        return open("512MB", Runtime.getRuntime().availableProcessors());
    }

    /**
     * Opens one.
     *
     * @param memoryLimit what DuckDB may hold before it spills to its temporary directory, such as {@code 512MB}
     * @param threads how many threads run one statement
     */
    public static Database open(String memoryLimit, int threads) {
        try {
            Properties properties = new Properties();
            properties.setProperty("memory_limit", memoryLimit);
            properties.setProperty("preserve_insertion_order", "false");
            // Rows are handed over as they come, or a million of them would be held twice.
            properties.setProperty("jdbc_stream_results", "true");
            properties.setProperty("temp_directory", System.getProperty("java.io.tmpdir") + "/plumbline-duckdb");
            properties.setProperty("autoinstall_known_extensions", "false");
            properties.setProperty("autoload_known_extensions", "false");
            properties.setProperty("threads", Integer.toString(threads));
            Database database = new Database(
                    DriverManager.getConnection("jdbc:duckdb:", properties), ConcurrentHashMap.newKeySet());
            database.execute("set global timezone = 'UTC'");
            return database;
        } catch (SQLException e) {
            throw new DatabaseException("Cannot start DuckDB", e);
        }
    }

    /** Another connection to the same data, for another thread. What is temporary here is not seen there. It is closed by itself. */
    public Database another() {
        try {
            return new Database(connection.unwrap(DuckDBConnection.class).duplicate(), done);
        } catch (SQLException e) {
            throw new DatabaseException("Cannot connect to DuckDB again", e);
        }
    }

    /** Whether this is asked for the first time of this data, for what must be made once. */
    public boolean first(String what) {
        return done.add(what);
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseException("DuckDB refused a statement", e);
        }
    }

    /** Runs a statement that changes or writes rows, and answers with how many. */
    public long update(String sql) {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        } catch (SQLException e) {
            throw new DatabaseException("DuckDB refused a statement", e);
        }
    }

    /** All rows of a query, read one by one into a list. */
    public <T> List<T> query(String sql, RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        each(sql, row -> {
            rows.add(reader.read(row));
            return true;
        });
        return rows;
    }

    /** Reads a query's rows one by one, without keeping them, until the reader answers false. */
    public void each(String sql, RowReader<Boolean> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next() && reader.read(rows)) {
                // the reader keeps what it wants
            }
        } catch (SQLException e) {
            throw new DatabaseException("DuckDB refused a query", e);
        }
    }

    /** The one value of a query that answers with one row and one column of text. */
    public String text(String sql) {
        return query(sql, row -> row.getString(1)).getFirst();
    }

    /** The one value of a query that answers with one row and one number. */
    public long number(String sql) {
        return query(sql, row -> row.getLong(1)).getFirst();
    }

    /** For what this class does not wrap, such as registering functions. It stays open as long as this database. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseException("Cannot close DuckDB", e);
        }
    }
}
