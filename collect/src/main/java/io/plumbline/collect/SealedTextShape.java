package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Text that people keep secrets in, in a detail column.
 *
 * @param name what it is called, for the judgment whether it looks like a secret
 */
record SealedTextShape(String name) implements Shape<String> {
    @Override
    public Shape<String> open() {
        return new TextShape();
    }

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
        json.writeName("value");
        writeValue(json, value);
    }

    @Override
    public void writeValue(JsonGenerator json, String value) {
        json.writeString(value.isEmpty() ? value : Seal.text(name, value));
    }
}
