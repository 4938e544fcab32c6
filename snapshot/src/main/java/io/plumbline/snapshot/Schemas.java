package io.plumbline.snapshot;

import java.util.List;
import java.util.Optional;

/** Every table that can be collected. The room {@code aws} implements it; a schema is complete even where no row was read. */
public interface Schemas {
    /** The names of all tables, sorted. */
    default List<String> names() {
        return tables().stream().map(TableSchema::name).toList();
    }

    /** All tables, ordered by name. */
    List<TableSchema> tables();

    /** One table; with many types it is cheaper to ask for those that are needed than for all. */
    default Optional<TableSchema> table(String name) {
        return tables().stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
