package io.plumbline.assess;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads DuckDB's nested values out of a result. */
final class SqlRows {
    private SqlRows() {}

    static List<String> texts(ResultSet row, int column) throws SQLException {
        List<String> texts = new ArrayList<>();
        Array array = row.getArray(column);
        if (array != null) {
            for (Object member : (Object[]) array.getArray()) {
                texts.add(String.valueOf(member));
            }
        }
        return List.copyOf(texts);
    }
}
