package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
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
    private final SdkValues values;

    /** Loading a class of the SDK and those that it is made of takes milliseconds, so it waits until somebody needs the form. */
    SdkShape(Supplier<List<SdkField<?>>> fields, List<String> without, List<Seal> seals) {
        this(
                new Once<>(() -> fields.get().stream()
                        .filter(field -> !without.contains(field.memberName()))
                        .toList()),
                new SdkValues(Seals.of(seals)));
    }

    private SdkShape(Supplier<List<SdkField<?>>> fields, SdkValues values) {
        this.fields = fields;
        this.values = values;
    }

    @Override
    public Shape<R> open() {
        return new SdkShape<>(fields, values.open());
    }

    @Override
    public Shape<R> sealing(Seal... seals) {
        return new SdkShape<>(fields, new SdkValues(Seals.of(List.of(seals))));
    }

    @Override
    public List<Column> columns() {
        values.check(fields.get());
        return fields.get().stream()
                .map(field ->
                        Column.of(Source.columnName(ColumnNames.snake(field.memberName())), typeOf(field, List.of())))
                .toList();
    }

    @Override
    public String type() {
        values.check(fields.get());
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
        values.writeFields(json, value, fields.get());
    }

    @Override
    public void writeValue(JsonGenerator json, R value) {
        values.write(json, value, fields.get());
    }
}
