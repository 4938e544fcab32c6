package io.plumbline.cli;

import io.plumbline.report.PlainText;
import io.plumbline.snapshot.FieldChange;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A changed field in words: {@code a → b}, or for an element of a list {@code + a} and {@code - a}. */
final class ChangeText {
    private ChangeText() {}

    static String of(FieldChange change) {
        return PlainText.clean(change.field()) + ": " + what(change);
    }

    /** The same as a line; old and new on lines of their own where one would be too long. */
    static List<String> lines(FieldChange change, int width) {
        String line = of(change);
        return PlainText.width(line) <= width || change.field().endsWith("[]")
                ? List.of(PlainText.cut(line, width))
                : List.of(
                        PlainText.cut(PlainText.clean(change.field()) + ":", width),
                        PlainText.cut("  - " + words(change.before()), width),
                        PlainText.cut("  + " + words(change.after()), width));
    }

    private static String what(FieldChange change) {
        if (change.field().endsWith("[]")) {
            return change.before().isNull() ? "+ " + words(change.after()) : "- " + words(change.before());
        }
        return words(change.before()) + " → " + words(change.after());
    }

    private static String words(JsonNode value) {
        return value.isNull() ? "none" : PlainText.clean(value.isString() ? value.asString() : value.toString());
    }
}
