package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Text: the column {@code value} of a row, or a detail column.
 *
 * @param sealed what text is called in which people keep secrets, for the judgment whether it looks like one; empty for any other
 */
record TextShape(Optional<String> sealed) implements Shape<String> {
    @Override
    public Shape<String> open() {
        return new TextShape(Optional.empty());
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
        json.writeString(sealed.filter(name -> !value.isEmpty())
                .map(name -> Seal.text(name, value))
                .orElse(value));
    }
}
