package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Sql;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The views of one assessment, each computed when the first rule needs it, while others that need it wait. For several threads. */
final class Views {
    private final Map<String, View> made = new ConcurrentHashMap<>();

    /**
     * Computes what a rule reads and nobody before it did.
     *
     * @throws BadInput if DuckDB refuses a view
     */
    void make(Database connection, Rule rule) {
        for (View view : rule.views()) {
            made.computeIfAbsent(view.name(), name -> {
                try {
                    connection.execute("create or replace table " + Sql.name(name) + " as (" + view.sql() + "\n)");
                    return view;
                } catch (DatabaseException e) {
                    throw new BadInput(view.origin() + ": the view cannot be computed: " + e.getMessage(), e);
                }
            });
        }
    }
}
