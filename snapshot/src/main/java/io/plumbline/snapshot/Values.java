package io.plumbline.snapshot;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Turns DuckDB's values into plain Java: text, numbers, truth, lists and maps. */
final class Values {
    private Values() {}

    static @Nullable Object plain(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Boolean bool -> bool;
            case Number number -> number;
            case OffsetDateTime time -> time.toInstant().toString();
            case Array array -> list((Object[]) array.getArray());
            case DuckDBStruct struct -> map(struct.getMap());
            case Struct struct -> list(struct.getAttributes());
            case Map<?, ?> map -> map(map);
            default -> value.toString();
        };
    }

    private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(plain(value));
        }
        return list;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) throws SQLException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            map.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
        }
        return map;
    }
}
