package io.plumbline.snapshot;

import java.sql.SQLException;

/** DuckDB did not do what it was asked; the message is DuckDB's own. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean disk;

    public DatabaseException(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
        String message = String.valueOf(cause.getMessage());
        this.disk = message.contains("No space left on device")
                || message.contains("File too large")
                || message.contains("Disk quota exceeded")
                || message.contains("max_temp_directory_size");
    }

    /** Whether it is for want of room on a disk. */
    public boolean disk() {
        return disk;
    }
}
