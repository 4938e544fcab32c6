package io.plumbline.snapshot;

import java.sql.SQLException;

/** DuckDB did not do what it was asked; the message is DuckDB's own. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
