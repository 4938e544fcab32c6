package io.plumbline.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** One PostgreSQL for all tests of this JVM, started by the first that needs it and stopped with the JVM. */
final class PostgresServer {
    private static final String TEMPLATE = "ledger_template";

    private PostgresServer() {}

    /** Begins when the class is first used, which is how a JVM makes one of something for all threads. */
    private static final class Started {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // Nothing of it outlives the tests, so nothing needs to reach the disk.
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                execute(server, "create database " + TEMPLATE);
                // Migrated once; each test then copies it, which takes a fraction of the time.
                Ledger.open(url(server, TEMPLATE)).close();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The URL of a new database that has the newest form already. */
    static String freshDatabase() {
        String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
        execute(Started.SERVER, "create database " + name + " template " + TEMPLATE);
        return url(Started.SERVER, name);
    }

    /** The URL of a new database in which there is nothing at all. */
    static String emptyDatabase() {
        String name = "empty_" + UUID.randomUUID().toString().replace("-", "");
        execute(Started.SERVER, "create database " + name);
        return url(Started.SERVER, name);
    }

    private static String url(EmbeddedPostgres server, String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
