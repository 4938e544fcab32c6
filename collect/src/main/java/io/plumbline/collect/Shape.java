package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import tools.jackson.core.JsonGenerator;

/**
 * The form of a value: which columns it fills, of which types, and how it is written as JSON. The form is known without a value, so a
 * table is complete with no rows.
 *
 * @param <R> what AWS's client answers with
 */
public interface Shape<R> {
    /** The columns that a value fills when it is a row. */
    List<Column> columns();

    /** The DuckDB type that a value has when it stands in one column. */
    String type();

    /** Writes the fields of a row into the JSON object that is open. */
    void writeFields(JsonGenerator json, R value);

    /** Writes a whole value. */
    void writeValue(JsonGenerator json, R value);

    /** The same form with only credentials left out, for who asks to keep the values. */
    default Shape<R> open() {
        return this;
    }

    /** The same form, with seals on places where people keep secrets. */
    default Shape<R> sealing(Seal... seals) {
        throw new UnsupportedOperationException("only forms of the SDK's classes have members to seal");
    }

    /** The form of a class of the AWS SDK, from its own static description of its fields. */
    static <B extends SdkPojo & SdkBuilder<B, R>, R extends SdkPojo> Shape<R> of(Supplier<B> builder) {
        return new SdkShape<>(() -> builder.get().sdkFields(), List.of(), List.of());
    }

    /** The same without some members: those that are too long, or of which not even a hash may be kept. */
    static <B extends SdkPojo & SdkBuilder<B, R>, R extends SdkPojo> Shape<R> without(
            Supplier<B> builder, String... members) {
        return new SdkShape<>(() -> builder.get().sdkFields(), List.of(members), List.of());
    }

    /** The form of a record of ours, for where AWS answers with bare strings or text. */
    static <R extends Record> Shape<R> of(Class<R> type) {
        return new RecordShape<>(type);
    }

    /** A list of values of one form; for detail columns. */
    static <R> Shape<List<R>> list(Shape<R> element) {
        return new ListShape<>(element);
    }

    /** Bare text. */
    static Shape<String> text() {
        return new TextShape(Optional.empty());
    }

    /** Text that people keep secrets in, such as user data; {@link Seal}. */
    static Shape<String> sealedText(String name) {
        return new TextShape(Optional.of(name));
    }

    /** A map from text to text, such as the attributes of a queue. */
    static Shape<java.util.Map<String, String>> texts() {
        return new TextsShape();
    }
}
