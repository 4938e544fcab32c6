package io.plumbline.report;

import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON as it comes, fields in the order of the calls. Lists of many rows get one line a row, so that files can be compared. */
final class JsonOut {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;
    private final Rows rows;

    private JsonOut(JsonGenerator generator, Rows rows) {
        this.generator = generator;
        this.rows = rows;
    }

    /** Puts what is between elements of a list on a line of its own while a row begins. */
    private static final class Rows extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1;

        private boolean beginning;

        @Override
        public void beforeArrayValues(JsonGenerator generator) {
            if (beginning) {
                generator.writeRaw('\n');
            }
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) {
            super.writeArrayValueSeparator(generator);
            beforeArrayValues(generator);
        }
    }

    /** Writes one object as the whole document; does not close the writer. */
    static void document(Writer writer, Consumer<JsonOut> body) {
        Rows rows = new Rows();
        try (JsonGenerator generator = MAPPER.writer().with(rows).createGenerator(writer)) {
            new JsonOut(generator, rows).object(body);
        }
    }

    /** One object on one line, without a line end. */
    static String line(Consumer<JsonOut> body) {
        StringWriter text = new StringWriter();
        document(text, body);
        return text.toString();
    }

    /** An element of the list that is being written. */
    JsonOut object(Consumer<JsonOut> body) {
        generator.writeStartObject();
        body.accept(this);
        generator.writeEndObject();
        return this;
    }

    JsonOut object(String name, Consumer<JsonOut> body) {
        generator.writeName(name);
        return object(body);
    }

    JsonOut list(String name, Consumer<JsonOut> elements) {
        generator.writeName(name);
        generator.writeStartArray();
        elements.accept(this);
        generator.writeEndArray();
        return this;
    }

    /** An element of the list that is being written, on a line of its own. */
    JsonOut row(Consumer<JsonOut> body) {
        rows.beginning = true;
        generator.writeStartObject();
        rows.beginning = false;
        body.accept(this);
        generator.writeEndObject();
        return this;
    }

    JsonOut text(String name, String value) {
        generator.writeStringProperty(name, wellFormed(value));
        return this;
    }

    /** The text, or null. */
    JsonOut text(String name, Optional<String> value) {
        value.ifPresentOrElse(text -> text(name, text), () -> generator.writeNullProperty(name));
        return this;
    }

    JsonOut texts(String name, List<String> values) {
        return list(name, list -> values.forEach(value -> generator.writeString(wellFormed(value))));
    }

    JsonOut number(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    JsonOut flag(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    /** As ISO 8601 in UTC. */
    JsonOut moment(String name, Instant value) {
        return text(name, value.toString());
    }

    JsonOut nothing(String name) {
        generator.writeNullProperty(name);
        return this;
    }

    /** What is JSON already, such as evidence. Should it be broken it is written as a text, since one bad unit must not spoil the report. */
    JsonOut json(String name, String json) {
        generator.writeName(name);
        if (!isOneValue(json)) {
            generator.writeString(wellFormed(json));
        } else if (json.indexOf('\n') < 0) {
            generator.writeRawValue(json);
        } else {
            try (JsonParser parser = MAPPER.createParser(json)) {
                parser.nextToken();
                generator.copyCurrentStructureExact(parser);
            }
        }
        return this;
    }

    private static boolean isOneValue(String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return parser.nextToken() != null && parser.skipChildren().nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Half a surrogate pair has no form in UTF-8. */
    private static String wellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return text.codePoints()
                        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
