package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Sql;
import java.util.HashSet;
import java.util.Set;

/** The views of one assessment, each computed when the first rule needs it. */
final class Views {
    private final Database database;
    private final Set<String> made = new HashSet<>();

    Views(Database database) {
        this.database = database;
    }

    /**
     * Computes what a rule reads and nobody before it did.
     *
     * @throws BadInput if DuckDB refuses a view
     */
    void make(Rule rule) {
        for (View view : rule.views()) {
            if (made.add(view.name())) {
                try {
                    database.execute(
                            "create or replace temp table " + Sql.name(view.name()) + " as (" + view.sql() + "\n)");
                } catch (DatabaseException e) {
                    throw new BadInput(view.origin() + ": the view cannot be computed: " + e.getMessage(), e);
                }
            }
        }
    }
}
