package io.plumbline.filter;

/** Yes, no, or not to be known from what we have. */
public enum Answer {
    TRUE,
    FALSE,
    /** AWS's documents allow both, or we could not read what was asked about. */
    UNKNOWN;

    static Answer of(boolean known) {
        return known ? TRUE : FALSE;
    }
}
