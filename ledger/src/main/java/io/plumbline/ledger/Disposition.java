package io.plumbline.ledger;

import java.util.Locale;

/** What people say of a finding. It changes no number. */
public enum Disposition {
    NONE,
    INVESTIGATING,
    FALSE_POSITIVE;

    /** The lower-case word of the database and of JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Disposition of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
