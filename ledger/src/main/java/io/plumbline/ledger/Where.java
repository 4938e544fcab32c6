package io.plumbline.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/** What a query's rows must meet; all of it. Values are bound, never written into the SQL. */
final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A condition with a value, which it calls {@code :it}. */
    Where and(String condition, Object value) {
        conditions.add(condition.replace(":it", ":" + name(value)));
        return this;
    }

    /** A condition without a value. */
    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** The first again, if there is a value. */
    Where and(String condition, Optional<?> value) {
        value.ifPresent(one -> and(condition, (Object) one));
        return this;
    }

    /** A column has one of these values; if there are none, no row has. */
    Where in(String column, Collection<?> members) {
        String list = members.stream().map(member -> ":" + name(member)).collect(Collectors.joining(", "));
        conditions.add(members.isEmpty() ? "1 = 0" : column + " in (" + list + ")");
        return this;
    }

    /** No row of a SELECT has a value in this column that is not one of these. */
    Where none(String select, String column, Collection<?> members) {
        String list = members.stream().map(member -> ":" + name(member)).collect(Collectors.joining(", "));
        conditions.add(
                "not exists (" + select + (members.isEmpty() ? "" : " and " + column + " not in (" + list + ")") + ")");
        return this;
    }

    /** A column has one of these values; if there are none, it does not matter. */
    Where anyOf(String column, Collection<?> members) {
        return members.isEmpty() ? this : in(column, members);
    }

    /** Only accounts that may be seen. */
    Where visible(String column, Visible visible) {
        visible.accounts().ifPresent(accounts -> in(column, accounts));
        return this;
    }

    /** The text stands in one of the columns, in capitals or not. */
    Where contains(Optional<String> text, String... columns) {
        text.filter(word -> !word.isBlank()).ifPresent(word -> {
            String escaped = word.strip()
                    .toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            // Not by a backslash, which Jdbi takes for its own escape.
            String name = name("%" + escaped + "%");
            conditions.add(Stream.of(columns)
                    .map(column -> "lower(" + column + ") like :" + name + " escape '!'")
                    .collect(Collectors.joining(" or ", "(", ")")));
        });
        return this;
    }

    private String name(Object value) {
        String name = "w" + values.size();
        values.put(name, value);
        return name;
    }

    /** The clause, with a space before it; empty if every row will do. */
    String sql() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bindMap(values);
    }
}
