package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a ledger to the newest form. What both databases take alike is in {@code db/ledger}; what only one takes, in a folder of its own. */
final class Migrations {
    private final Flyway flyway;
    private final String name;

    Migrations(DataSource source, Dialect dialect, String name) {
        this.name = name;
        this.flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/ledger", dialect.migrations())
                .placeholders(Map.of("id", dialect.numberGivenByTheDatabase()))
                // Without this, Flyway would pass over what a newer version has done, and we would write into a form we
                // do not know.
                .ignoreMigrationPatterns(new String[0])
                .group(true)
                .load();
    }

    /**
     * Runs those that have not run yet, all or none.
     *
     * @throws BadInput if a newer Plumbline has changed the database, or one cannot run
     */
    void run() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new BadInput(
                    "The ledger " + name + " cannot be opened: " + e.getMessage()
                            + " If a newer Plumbline wrote it, use that one; a backup taken before is read by this one.",
                    e);
        }
    }
}
