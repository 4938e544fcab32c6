package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Sql;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import tools.jackson.core.JsonGenerator;

/**
 * The form of an AWS SDK class, read from its static field descriptions, never from data: empty lists and recursive types would mislead.
 * A structure that holds itself is cut to JSON where it first repeats.
 */
final class SdkShape<R extends SdkPojo> implements Shape<R> {
    private final Supplier<List<SdkField<?>>> fields;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    /** Loading a class of the SDK and those that it is made of takes milliseconds, so it waits until somebody needs the form. */
    SdkShape(Supplier<List<SdkField<?>>> fields, List<String> without) {
        this.fields = new Once<>(() -> fields.get().stream()
                .filter(field -> !without.contains(field.memberName()))
                .toList());
    }

    @Override
    public List<Column> columns() {
        return fields.get().stream()
                .map(field ->
                        Column.of(Source.columnName(ColumnNames.snake(field.memberName())), typeOf(field, List.of())))
                .toList();
    }

    @Override
    public String type() {
        return struct(fields.get(), List.of());
    }

    private static String struct(List<SdkField<?>> members, List<Object> above) {
        return members.stream()
                .map(member -> Sql.name(ColumnNames.snake(member.memberName())) + " " + typeOf(member, above))
                .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }

    private static String typeOf(SdkField<?> field, List<Object> above) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.LIST) {
            return typeOf(field.getTrait(ListTrait.class).memberFieldInfo(), above) + "[]";
        }
        if (type == MarshallingType.MAP) {
            return "MAP(VARCHAR, " + typeOf(field.getTrait(MapTrait.class).valueFieldInfo(), above) + ")";
        }
        if (type == MarshallingType.SDK_POJO) {
            SdkPojo builder = field.constructor().get();
            List<Object> path = new ArrayList<>(above);
            path.add(builder.getClass());
            return above.contains(builder.getClass()) || builder.sdkFields().isEmpty()
                    ? "JSON"
                    : struct(builder.sdkFields(), path);
        }
        return scalar(type);
    }

    private static String scalar(MarshallingType<?> type) {
        if (type == MarshallingType.INTEGER || type == MarshallingType.SHORT) {
            return "INTEGER";
        }
        if (type == MarshallingType.LONG) {
            return "BIGINT";
        }
        if (type == MarshallingType.FLOAT || type == MarshallingType.DOUBLE || type == MarshallingType.BIG_DECIMAL) {
            return "DOUBLE";
        }
        if (type == MarshallingType.BOOLEAN) {
            return "BOOLEAN";
        }
        if (type == MarshallingType.INSTANT) {
            return "TIMESTAMPTZ";
        }
        if (type == MarshallingType.DOCUMENT) {
            return "JSON";
        }
        // Bytes inside lists and structures stay base64 text; none of the types in use has a column of plain bytes.
        return "VARCHAR";
    }

    @Override
    public void writeFields(JsonGenerator json, R value) {
        for (SdkField<?> field : fields.get()) {
            Object member = field.getValueOrDefault(value);
            if (member != null) {
                json.writeName(Source.columnName(name(field)));
                writeAny(json, member);
            }
        }
    }

    @Override
    public void writeValue(JsonGenerator json, R value) {
        writePojo(json, value, fields.get());
    }

    private void writePojo(JsonGenerator json, SdkPojo pojo, List<SdkField<?>> members) {
        json.writeStartObject();
        for (SdkField<?> field : members) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null) {
                json.writeName(name(field));
                writeAny(json, value);
            }
        }
        json.writeEndObject();
    }

    /** Names are asked for once a row; making them once a shape keeps that cheap. */
    private String name(SdkField<?> field) {
        return names.computeIfAbsent(field.memberName(), ColumnNames::snake);
    }

    private void writeAny(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(readable(text));
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.doubleValue());
            case Instant instant -> json.writeString(instant.toString());
            case SdkBytes bytes -> json.writeString(Base64.getEncoder().encodeToString(bytes.asByteArray()));
            case Document document -> json.writeRawValue(document.toString());
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
            case SdkPojo pojo -> writePojo(json, pojo, pojo.sdkFields());
            default -> json.writeString(value.toString());
        }
    }

    /** IAM sends policy documents percent-encoded; a plus sign there is a plus sign. */
    private static String readable(String text) {
        return text.startsWith("%7B") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
    }
}
