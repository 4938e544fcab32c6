package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Sql;
import java.nio.file.Path;

/** Locks a database in, for SQL that somebody else wrote. */
public final class Sandbox {
    private Sandbox() {}

    /** From now on the database reads files of this folder and no others, writes none, and cannot be told otherwise. */
    public static void restrict(Database database, Path folder) {
        if (database.text("select current_setting('enable_external_access')::varchar")
                .equals("true")) {
            database.execute("set allowed_directories = ["
                    + Sql.text(folder.toAbsolutePath().toString()) + "]");
            database.execute("set enable_external_access = false");
        }
    }
}
