package io.plumbline.ledger;

import java.util.Locale;

/** What became of a delivery. */
public enum DeliveryState {
    WAITING,
    SENT,

    /** Given up; a person may have it tried again. */
    DEAD;

    /** The lower-case word of the database and of JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()} back. */
    public static DeliveryState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
