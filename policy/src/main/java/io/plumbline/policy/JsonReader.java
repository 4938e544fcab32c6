package io.plumbline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON value. Jackson bounds depth (500), numbers and names, so hostile text ends in an exception, not in a crash. */
final class JsonReader {
    private final JsonFactory factory = new JsonFactory();

    /**
     * Reads the value that the text holds.
     *
     * @throws NotJson if the text is empty, is not JSON, or goes on after the value
     */
    Json read(String text) throws NotJson {
        return read(() -> factory.createParser(ObjectReadContext.empty(), text));
    }

    /** As {@link #read(String)}, from bytes whose encoding is told by the first of them. */
    Json read(byte[] bytes) throws NotJson {
        return read(() -> factory.createParser(ObjectReadContext.empty(), bytes));
    }

    private static Json read(Supplier<JsonParser> source) throws NotJson {
        try (JsonParser parser = source.get()) {
            if (parser.nextToken() == null) {
                throw new NotJson(new Problem(new Location(1, 1, ""), "there is no text"));
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw new NotJson(new Problem(location(parser.currentTokenLocation()), "more follows after the JSON"));
            }
            return value;
        } catch (JacksonException e) {
            throw new NotJson(new Problem(location(e.getLocation()), "not JSON: " + e.getOriginalMessage()));
        }
    }

    private static Json value(JsonParser parser) {
        Location location = location(parser.currentTokenLocation());
        Json.Mark mark = new Json.Mark(location.line(), location.column());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, mark);
            case START_ARRAY -> list(parser, mark);
            case VALUE_STRING -> new Json.Text(mark, parser.getString());
            case VALUE_NULL -> new Json.Null(mark);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Json.Literal(mark, parser.getString());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a JSON value cannot start with " + parser.currentToken());
        };
    }

    private static Json object(JsonParser parser, Json.Mark mark) {
        List<Json.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.add(new Json.Member(name, value(parser)));
        }
        return new Json.ObjectValue(mark, members);
    }

    private static Json list(JsonParser parser, Json.Mark mark) {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new Json.ListValue(mark, values);
    }

    private static Location location(@Nullable TokenStreamLocation location) {
        return location == null
                ? new Location(1, 1, "")
                : new Location(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), "");
    }

    /** A way to a value. */
    @FunctionalInterface
    interface Reading {
        Json value() throws NotJson;
    }

    /** The text is not one JSON value. */
    static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        NotJson(Problem problem) {
            super(problem.message(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
