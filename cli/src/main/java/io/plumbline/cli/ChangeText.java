package io.plumbline.cli;

import io.plumbline.report.PlainText;
import io.plumbline.snapshot.FieldChange;
import tools.jackson.databind.JsonNode;

/** A changed field in words: {@code a → b}, or for an element of a list {@code + a} and {@code - a}. */
final class ChangeText {
    private ChangeText() {}

    static String of(FieldChange change) {
        return PlainText.clean(change.field()) + ": " + what(change);
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
