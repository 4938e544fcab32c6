package io.plumbline.inventory;

import io.plumbline.inventory.ColumnType.ListOf;
import io.plumbline.inventory.ColumnType.Mapping;
import io.plumbline.inventory.ColumnType.Other;
import io.plumbline.inventory.ColumnType.Structure;
import io.plumbline.inventory.ColumnType.Text;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * SQL that finds every text of a row, however deep it stands, made from the types of its columns. A path is written as
 * {@code network_interfaces[].groups[].group_id}; the key of a map is a step of it.
 */
final class Texts {
    private Texts() {}

    /**
     * A list of {@code {p: path, v: text, n: noun}}; a text that is null stands in it too.
     *
     * @param noun what a text at such a path is the name of, for paths without a map's key
     */
    static String located(List<Column> columns, Function<String, Optional<String>> noun) {
        return flatten(columns.stream()
                        .flatMap(column ->
                                located(ColumnType.of(column.type()), column.quoted(), Place.at(column.name()), noun, 0)
                                        .stream())
                        .toList())
                .orElse("[]::struct(p varchar, v varchar, n varchar)[]");
    }

    private static Optional<String> located(
            ColumnType type, String value, Place place, Function<String, Optional<String>> noun, int depth) {
        String each = "x" + depth;
        return switch (type) {
            case Other _ -> Optional.empty();
            case Text text ->
                Optional.of("[{'p': " + place.sql() + ", 'v': " + value + (text.json() ? "::varchar" : "") + ", 'n': "
                        + place.fixed().flatMap(noun).map(Sql::text).orElse("null::varchar") + "}]");
            case Structure structure ->
                flatten(structure.fields().stream()
                        .flatMap(field -> located(
                                field.type(),
                                value + "." + Sql.name(field.name()),
                                place.then("." + field.name()),
                                noun,
                                depth)
                                .stream())
                        .toList());
            case ListOf list ->
                located(list.element(), each, place.then("[]"), noun, depth + 1)
                        .map(inner -> "flatten(list_transform(" + value + ", lambda " + each + ": " + inner + "))");
            case Mapping map ->
                located(map.value(), each + ".value", place.thenValue(each + ".key"), noun, depth + 1)
                        .map(inner -> "flatten(list_transform(map_entries(" + value + "), lambda " + each + ": " + inner
                                + "))");
        };
    }

    private static Optional<String> flatten(List<String> lists) {
        return switch (lists.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(lists.getFirst());
            default -> Optional.of("flatten([" + String.join(", ", lists) + "])");
        };
    }

    /** All texts of the columns, and the keys of their maps, with spaces between; never null. */
    static String joined(List<Column> columns) {
        return concatenated(columns.stream()
                        .flatMap(column -> joined(ColumnType.of(column.type()), column.quoted(), 0).stream())
                        .toList())
                .orElse("''");
    }

    private static Optional<String> joined(ColumnType type, String value, int depth) {
        String each = "x" + depth;
        return switch (type) {
            case Other _ -> Optional.empty();
            case Text text -> Optional.of(value + (text.json() ? "::varchar" : ""));
            case Structure structure ->
                concatenated(structure.fields().stream()
                        .flatMap(field -> joined(field.type(), value + "." + Sql.name(field.name()), depth).stream())
                        .toList());
            case ListOf list ->
                joined(list.element(), each, depth + 1)
                        .map(inner -> "array_to_string(list_transform(" + value + ", lambda " + each + ": " + inner
                                + "), ' ')");
            case Mapping map ->
                Optional.of("array_to_string(list_transform(map_entries(" + value + "), lambda " + each
                        + ": concat_ws(' ', " + each + ".key"
                        + joined(map.value(), each + ".value", depth + 1)
                                .map(inner -> ", " + inner)
                                .orElse("")
                        + ")), ' ')");
        };
    }

    private static Optional<String> concatenated(List<String> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.stream().collect(Collectors.joining(", ", "concat_ws(' ', ", ")")));
    }

    /**
     * A path that is being written: what SQL works out of it, then what is known.
     *
     * @param sql an expression for its beginning, or empty
     */
    private record Place(String sqlBefore, String known) {
        static Place at(String column) {
            return new Place("", column);
        }

        Place then(String step) {
            return new Place(sqlBefore, known + step);
        }

        Place thenValue(String step) {
            return new Place(then(".").sql() + " || " + step, "");
        }

        String sql() {
            if (sqlBefore.isEmpty()) {
                return Sql.text(known);
            }
            return known.isEmpty() ? sqlBefore : sqlBefore + " || " + Sql.text(known);
        }

        Optional<String> fixed() {
            return sqlBefore.isEmpty() ? Optional.of(known) : Optional.empty();
        }
    }
}
