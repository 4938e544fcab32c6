package io.plumbline.collect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import tools.jackson.core.JsonGenerator;

/** Writes values of the AWS SDK as JSON, with what is sealed replaced. */
final class SdkValues {
    private final Seals seals;
    private final Map<String, String> names;

    SdkValues(Seals seals) {
        this(seals, new ConcurrentHashMap<>());
    }

    private SdkValues(Seals seals, Map<String, String> names) {
        this.seals = seals;
        this.names = names;
    }

    /** The same with only credentials left out. */
    SdkValues open() {
        return new SdkValues(seals.open(), names);
    }

    /** The members as fields of the object that is open; one whose name the engine uses itself gets another. */
    void writeFields(JsonGenerator json, SdkPojo pojo, List<SdkField<?>> members) {
        for (SdkField<?> field : members) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null) {
                json.writeName(Source.columnName(name(field)));
                member(json, pojo, field, value, seals);
            }
        }
    }

    /** Refuses seals on members that do not exist. */
    void check(List<SdkField<?>> members) {
        seals.check(members);
    }

    /** The whole as an object. */
    void write(JsonGenerator json, SdkPojo pojo, List<SdkField<?>> members) {
        write(json, pojo, members, seals);
    }

    private void write(JsonGenerator json, SdkPojo pojo, List<SdkField<?>> members, Seals sealed) {
        json.writeStartObject();
        for (SdkField<?> field : members) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null) {
                json.writeName(name(field));
                member(json, pojo, field, value, sealed);
            }
        }
        json.writeEndObject();
    }

    private void member(JsonGenerator json, SdkPojo owner, SdkField<?> field, Object value, Seals sealed) {
        Seals below = sealed.member(field.memberName());
        Optional<Seal> seal = below == Seals.NONE ? Optional.empty() : below.on(owner);
        if (seal.isPresent() && seal.get().kind() == Seal.Kind.OUT) {
            json.writeNull();
        } else if (seal.isPresent()) {
            sealed(json, called(owner, field), value, seal.get());
        } else {
            any(json, value, below);
        }
    }

    /** Names are asked for once a row; making them once a shape keeps that cheap. */
    private String name(SdkField<?> field) {
        return names.computeIfAbsent(field.memberName(), ColumnNames::snake);
    }

    /** A variable's value is called by the name that stands beside it. */
    private static String called(SdkPojo owner, SdkField<?> member) {
        return owner.sdkFields().stream()
                .filter(field -> field != member)
                .filter(field -> isName(field.memberName().toLowerCase(Locale.ROOT)))
                .map(field -> field.getValueOrDefault(owner))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(member.memberName());
    }

    private static boolean isName(String member) {
        return member.endsWith("name") || member.endsWith("key");
    }

    private void any(JsonGenerator json, @Nullable Object value, Seals sealed) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(readable(text));
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.doubleValue());
            case Instant instant -> json.writeString(instant.toString());
            case SdkBytes bytes -> json.writeString(base64(bytes));
            case Document document -> json.writeRawValue(document.toString());
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> any(json, element, sealed));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((key, element) -> {
                    json.writeName(String.valueOf(key));
                    any(json, element, sealed);
                });
                json.writeEndObject();
            }
            case SdkPojo pojo -> write(json, pojo, pojo.sdkFields(), sealed);
            default -> json.writeString(value.toString());
        }
    }

    /** What lies below a seal: all texts are sealed, names and numbers stay. */
    private void sealed(JsonGenerator json, String called, @Nullable Object value, Seal seal) {
        switch (value) {
            case String text -> json.writeString(seal.written(called, text));
            case SdkBytes bytes -> json.writeString(seal.written(called, base64(bytes)));
            case Document document -> json.writeString(seal.written(called, document.toString()));
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(element -> sealed(json, called, element, seal));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((key, element) -> {
                    json.writeName(String.valueOf(key));
                    sealed(json, String.valueOf(key), element, seal);
                });
                json.writeEndObject();
            }
            case SdkPojo pojo -> {
                json.writeStartObject();
                for (SdkField<?> field : pojo.sdkFields()) {
                    Object member = field.getValueOrDefault(pojo);
                    if (member != null) {
                        json.writeName(name(field));
                        sealed(json, called(pojo, field), member, seal);
                    }
                }
                json.writeEndObject();
            }
            case null, default -> any(json, value, Seals.NONE);
        }
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }

    /** IAM sends policy documents percent-encoded; a plus sign there is a plus sign. */
    private static String readable(String text) {
        return text.startsWith("%7B") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
    }
}
