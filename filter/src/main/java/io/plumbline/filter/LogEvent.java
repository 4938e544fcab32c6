package io.plumbline.filter;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A logged event, as text and, if it is JSON, as a tree. An event may hold placeholders such as <code>${account}</code>; they are
 * filled in where a pattern looks, so that one witness serves thousands of accounts without a copy.
 */
public final class LogEvent {
    /** Fractions as they are written: a double would lose digits, and overflow. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode tree;
    private final String text;
    private final Map<String, String> placeholders;

    private LogEvent(JsonNode tree, String text, Map<String, String> placeholders) {
        this.tree = tree;
        this.text = text;
        this.placeholders = placeholders;
    }

    /** An event of any text; one that is not JSON has no fields. */
    public static LogEvent of(String text) {
        try {
            return new LogEvent(JSON.readTree(text), text, Map.of());
        } catch (JacksonException _) {
            return new LogEvent(MissingNode.getInstance(), text, Map.of());
        }
    }

    /** An event of JSON; its text is the compact form, as CloudTrail logs it. */
    static LogEvent of(JsonNode tree) {
        return new LogEvent(tree, tree.toString(), Map.of());
    }

    /** The same event with each placeholder standing for its value. */
    LogEvent with(Map<String, String> values) {
        return new LogEvent(tree, text, values);
    }

    /** The event as it is logged. */
    public String text() {
        return filled(text);
    }

    /** The node that the selector points at; a missing node if there is none. */
    JsonNode find(Selector selector) {
        JsonNode node = tree;
        for (Selector.Step step : selector.steps()) {
            node = switch (step) {
                case Selector.Field field -> node.path(field.name());
                case Selector.Index index -> node.path(index.position());
            };
        }
        return node;
    }

    /** The text of a scalar node of this event. */
    String text(JsonNode node) {
        return node.isString() ? filled(node.stringValue()) : node.asString();
    }

    /** The tree, with placeholders. */
    JsonNode tree() {
        return tree;
    }

    private String filled(String from) {
        if (from.indexOf('$') < 0) {
            return from;
        }
        String filled = from;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            filled = filled.replace(placeholder.getKey(), placeholder.getValue());
        }
        return filled;
    }

    @Override
    public String toString() {
        return text();
    }
}
