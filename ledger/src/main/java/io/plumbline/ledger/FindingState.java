package io.plumbline.ledger;

import java.util.Locale;

/** Whether a finding still holds. */
public enum FindingState {
    OPEN,
    RESOLVED;

    /** The lower-case word of the database and of JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FindingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
