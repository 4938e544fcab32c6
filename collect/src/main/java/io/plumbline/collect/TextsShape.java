package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A map from text to text: the column {@code value} of a row, or a detail column. */
record TextsShape() implements Shape<Map<String, String>> {
    @Override
    public List<Column> columns() {
        return List.of(Column.of("value", type()));
    }

    @Override
    public String type() {
        return "MAP(VARCHAR, VARCHAR)";
    }

    @Override
    public void writeFields(JsonGenerator json, Map<String, String> value) {
        json.writeName("value");
        writeValue(json, value);
    }

    @Override
    public void writeValue(JsonGenerator json, Map<String, String> value) {
        json.writeStartObject();
        value.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
