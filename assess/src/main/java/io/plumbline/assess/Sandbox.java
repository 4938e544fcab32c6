package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Locks a database in, for SQL that somebody else wrote. */
public final class Sandbox {
    private Sandbox() {}

    /** From now on the database reads files of this folder and no others, and cannot be told otherwise. */
    public static void restrict(Database database, Path folder) {
        restrict(database, List.of(folder));
    }

    /** The same with several folders. What it reads it could also write, so the SQL must be a SELECT, which the caller sees to. */
    static void restrict(Database database, List<Path> folders) {
        if (database.text("select current_setting('enable_external_access')::varchar")
                .equals("true")) {
            database.execute("set allowed_directories = "
                    + folders.stream()
                            .map(folder -> Sql.text(folder.toAbsolutePath().toString()))
                            .collect(Collectors.joining(", ", "[", "]")));
            database.execute("set enable_external_access = false");
        }
    }
}
