package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Sql;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The form of a record of ours: components of text, number, truth, time, and lists and maps of text; optional ones may be missing. */
final class RecordShape<R extends Record> implements Shape<R> {
    private final List<RecordComponent> components;

    RecordShape(Class<R> type) {
        this.components = Arrays.asList(type.getRecordComponents());
        components.forEach(component -> component.getAccessor().setAccessible(true));
    }

    @Override
    public List<Column> columns() {
        return components.stream()
                .map(component -> Column.of(Source.columnName(name(component)), typeOf(component.getGenericType())))
                .toList();
    }

    @Override
    public String type() {
        return components.stream()
                .map(component -> Sql.name(name(component)) + " " + typeOf(component.getGenericType()))
                .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }

    private static String name(RecordComponent component) {
        return ColumnNames.snake(component.getName());
    }

    private static String typeOf(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return typeOf(generic.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return typeOf(generic.getActualTypeArguments()[0]) + "[]";
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return "MAP(VARCHAR, " + typeOf(generic.getActualTypeArguments()[1]) + ")";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "BOOLEAN";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "BIGINT";
        }
        return type == Instant.class ? "TIMESTAMPTZ" : "VARCHAR";
    }

    @Override
    public void writeFields(JsonGenerator json, R value) {
        for (RecordComponent component : components) {
            json.writeName(Source.columnName(name(component)));
            writeAny(json, read(component, value));
        }
    }

    @Override
    public void writeValue(JsonGenerator json, R value) {
        json.writeStartObject();
        for (RecordComponent component : components) {
            json.writeName(name(component));
            writeAny(json, read(component, value));
        }
        json.writeEndObject();
    }

    private @Nullable Object read(RecordComponent component, R value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static void writeAny(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Optional<?> optional -> writeAny(json, optional.orElse(null));
            case Boolean bool -> json.writeBoolean(bool);
            case Number number -> json.writeNumber(number.longValue());
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> writeAny(json, element));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((key, element) -> {
                    json.writeName(String.valueOf(key));
                    writeAny(json, element);
                });
                json.writeEndObject();
            }
            default -> json.writeString(value.toString());
        }
    }
}
