package io.plumbline.assess;

import io.plumbline.snapshot.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Java values as SQL literals. */
final class SqlValues {
    private SqlValues() {}

    static String text(String text) {
        return Sql.text(text);
    }

    static String text(Optional<String> text) {
        return text.map(Sql::text).orElse("null");
    }

    static String texts(Collection<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]")) + "::varchar[]";
    }

    static String moment(Instant moment) {
        return "timestamptz " + Sql.text(moment.toString());
    }

    /** A relation of literal rows; each column is a name and a type. Without rows it is empty, with its columns. */
    static String rows(List<String> columns, List<String> rows) {
        String types = columns.stream()
                .map(column -> {
                    String[] parts = column.split(" ", 2);
                    return "col" + columns.indexOf(column) + "::" + parts[1] + " as " + Sql.name(parts[0]);
                })
                .collect(Collectors.joining(", "));
        String values = rows.isEmpty()
                ? columns.stream().map(column -> "null").collect(Collectors.joining(", ", "(", ")"))
                : String.join(", ", rows);
        String names =
                columns.stream().map(column -> "col" + columns.indexOf(column)).collect(Collectors.joining(", "));
        return "select " + types + " from (values " + values + ") as v(" + names + ")"
                + (rows.isEmpty() ? " where false" : "");
    }
}
