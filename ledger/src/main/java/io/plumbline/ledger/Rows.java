package io.plumbline.ledger;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Puts rows of text into a table of DuckDB. They are there when this is closed. */
final class Rows implements AutoCloseable {
    private final DuckDBAppender appender;

    Rows(Database database, String table) {
        try {
            this.appender = database.connection().unwrap(DuckDBConnection.class).createAppender(table);
        } catch (SQLException e) {
            throw new DatabaseException("DuckDB takes no rows of " + table, e);
        }
    }

    void add(String... texts) {
        try {
            appender.beginRow();
            for (String text : texts) {
                appender.append(text);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new DatabaseException("DuckDB takes no row", e);
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw new DatabaseException("DuckDB takes no rows", e);
        }
    }
}
