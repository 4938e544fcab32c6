package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Bare text: the column {@code value} of a row, or a detail column. */
record TextShape() implements Shape<String> {
    @Override
    public List<Column> columns() {
        return List.of(Column.of("value", "VARCHAR"));
    }

    @Override
    public String type() {
        return "VARCHAR";
    }

    @Override
    public void writeFields(JsonGenerator json, String value) {
        json.writeStringProperty("value", value);
    }

    @Override
    public void writeValue(JsonGenerator json, String value) {
        json.writeString(value);
    }
}
