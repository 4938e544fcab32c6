package io.plumbline.ledger;

import com.zaxxer.hikari.HikariConfig;
import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The two databases, as far as they differ. */
enum Dialect {
    SQLITE {
        @Override
        String numberGivenByTheDatabase() {
            return "integer primary key autoincrement";
        }

        @Override
        String migrations() {
            return "classpath:db/ledger-sqlite";
        }

        @Override
        void prepare(String url) {
            Path file = file(url);
            try {
                if (file.getParent() != null) {
                    Files.createDirectories(file.getParent());
                }
                // Made here and not by SQLite, so that there is no moment at which others may read it. Its -wal and
                // -shm take its rights.
                Files.createFile(file, ownerOnly());
            } catch (FileAlreadyExistsException e) {
                // Its owner may have changed its rights, which is not ours to undo.
            } catch (IOException e) {
                throw new BadInput(
                        "The ledger " + file + " cannot be made: " + e.getMessage()
                                + ". Name a folder that you may write to.",
                        e);
            }
        }

        @Override
        void alone(String url, DataSource source, Runnable work) {
            Path file = file(url).toAbsolutePath();
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling(file.getFileName() + "-opening"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            ownerOnly());
                    FileLock held = lock(channel)) {
                work.run();
            } catch (IOException e) {
                throw new BadInput("The ledger " + file + " cannot be locked: " + e.getMessage(), e);
            }
        }

        @Override
        void configure(HikariConfig config) {
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "NORMAL");
            config.addDataSourceProperty("foreign_keys", "true");
            config.addDataSourceProperty("busy_timeout", "30000");
        }

        @Override
        void configureReader(HikariConfig config) {
            config.setConnectionInitSql("pragma query_only = true");
            // Without it each page is read by a call of its own. Only here: a file that is just being made would be
            // busy.
            config.addDataSourceProperty("mmap_size", Long.toString(1L << 30));
        }

        @Override
        void configureWriter(HikariConfig config) {
            // One that began by reading could not go on to write if another process wrote in between.
            config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        }

        @Override
        void onlyWriter(Handle handle) {
            // A transaction that began IMMEDIATE is.
        }
    },
    POSTGRESQL {
        @Override
        String numberGivenByTheDatabase() {
            return "bigint generated always as identity primary key";
        }

        @Override
        String migrations() {
            return "classpath:db/ledger-postgresql";
        }

        @Override
        void prepare(String url) {
            // A database is made by who runs the server.
        }

        @Override
        void alone(String url, DataSource source, Runnable work) {
            // Held until its connection ends, also if that is because this process did.
            Jdbi.create(source).useHandle(handle -> {
                handle.execute("select pg_advisory_lock(" + WRITING + ")");
                try {
                    work.run();
                } finally {
                    handle.execute("select pg_advisory_unlock(" + WRITING + ")");
                }
            });
        }

        @Override
        void configure(HikariConfig config) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }

        @Override
        void configureReader(HikariConfig config) {
            config.setReadOnly(true);
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        }

        @Override
        void configureWriter(HikariConfig config) {
            // As it comes.
        }

        @Override
        void onlyWriter(Handle handle) {
            handle.execute("select pg_advisory_xact_lock(" + WRITING + ")");
        }
    };

    /** The advisory lock that a writer holds: any number that no other program on this database uses. */
    private static final long WRITING = 0x706c756d626c696eL;

    /** The type of a column that numbers its rows. */
    abstract String numberGivenByTheDatabase();

    /** Where the migrations are that only this database has. */
    abstract String migrations();

    /**
     * Sees to what must be there before the first connection.
     *
     * @throws BadInput if it cannot be made
     */
    abstract void prepare(String url);

    /** Does the work while no other program that has this ledger does such. */
    abstract void alone(String url, DataSource source, Runnable work);

    abstract void configure(HikariConfig config);

    abstract void configureReader(HikariConfig config);

    abstract void configureWriter(HikariConfig config);

    /** Waits until no other process is writing; holds to the end of the transaction. */
    abstract void onlyWriter(Handle handle);

    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new BadInput("A ledger's URL begins with jdbc:sqlite: or jdbc:postgresql:, and this one does not: "
                + url.replaceFirst("[?].*", ""));
    }

    private static Path file(String url) {
        String name = url.substring("jdbc:sqlite:".length()).replaceFirst("[?].*", "");
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:")) {
            throw new BadInput(
                    "A ledger in SQLite is a file, jdbc:sqlite:/path/to/ledger.db, and '" + name + "' is none.");
        }
        return Path.of(name);
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                // The lock is the process's: another thread of ours has it, and no call waits for that.
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    /** What makes a new file its owner's alone, where there are owners. */
    static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The URL as it may be shown. */
    String withoutSecrets(String url) {
        return url.replaceFirst("[?].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
