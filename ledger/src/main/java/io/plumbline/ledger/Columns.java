package io.plumbline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How values stand in columns: moments as milliseconds, lists and maps as JSON. */
final class Columns {
    private Columns() {}

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    static List<String> texts(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<List<String>>() {});
    }

    static Map<String, Object> map(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<Map<String, Object>>() {});
    }

    static Map<String, String> tags(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<Map<String, String>>() {});
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> optionalMoment(ResultSet row, String column) throws SQLException {
        long moment = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(moment));
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** For binding what may not be there. */
    static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }

    /** The same for a moment. */
    static @Nullable Long orNullMoment(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).orElse(null);
    }
}
