package io.plumbline.snapshot;

import java.util.List;
import java.util.Optional;

/** Every table that can be collected. The room {@code aws} implements it; a schema is complete even where no row was read. */
public interface Schemas {
    /** All tables, ordered by name. */
    List<TableSchema> tables();

    default Optional<TableSchema> table(String name) {
        return tables().stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
