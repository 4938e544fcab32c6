package io.plumbline.model;

import java.util.Locale;

/** How bad it is when a rule fails; the order of declaration is from mild to severe. */
public enum Severity {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The lower-case word used in rule files, on the command line and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@link #word()} back.
     *
     * @throws IllegalArgumentException naming the words that exist
     */
    public static Severity of(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(
                "severity '" + word + "' is none of informational, low, medium, high, critical");
    }
}
