package io.plumbline.aws;

import io.plumbline.collect.Shape;
import io.plumbline.snapshot.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * A row whose tags AWS sends beside it and not in it.
 *
 * @param row the resource
 * @param tags its tags
 */
record Tagged<R>(R row, Map<String, String> tags) {

    /** The form of the row; the tags are the engine's column. */
    static <R> Shape<Tagged<R>> shape(Shape<R> row) {
        return new RowShape<>(row);
    }

    /** Tags that come as a list, as a map. */
    static <T> Map<String, String> map(List<T> tags, Function<T, String> key, Function<T, String> value) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(key.apply(tag), String.valueOf(value.apply(tag))));
        return map;
    }

    private record RowShape<R>(Shape<R> inner) implements Shape<Tagged<R>> {
        @Override
        public Shape<Tagged<R>> open() {
            return new RowShape<>(inner.open());
        }

        @Override
        public List<Column> columns() {
            return inner.columns();
        }

        @Override
        public String type() {
            return inner.type();
        }

        @Override
        public void writeFields(JsonGenerator json, Tagged<R> value) {
            inner.writeFields(json, value.row());
        }

        @Override
        public void writeValue(JsonGenerator json, Tagged<R> value) {
            inner.writeValue(json, value.row());
        }
    }
}
