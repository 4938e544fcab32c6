package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A list of values of one form, for a detail column. */
record ListShape<R>(Shape<R> element) implements Shape<List<R>> {
    @Override
    public Shape<List<R>> open() {
        return new ListShape<>(element.open());
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.of("value", type()));
    }

    @Override
    public String type() {
        return element.type() + "[]";
    }

    @Override
    public void writeFields(JsonGenerator json, List<R> value) {
        json.writeName("value");
        writeValue(json, value);
    }

    @Override
    public void writeValue(JsonGenerator json, List<R> value) {
        json.writeStartArray();
        value.forEach(one -> element.writeValue(json, one));
        json.writeEndArray();
    }
}
