package io.plumbline.ledger;

import java.util.Locale;

/** What can become of a finding that somebody may want to be told. */
public enum Turn {
    OPENED,
    REOPENED,
    RESOLVED;

    /** The lower-case word of the database and of JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()} back. */
    public static Turn of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the finding held afterwards. */
    public boolean open() {
        return this != RESOLVED;
    }
}
