package io.plumbline.report;

import io.plumbline.model.Status;

/** How a status is shown to people: always a word and a sign, colour only on top. */
final class StatusWords {
    private StatusWords() {}

    /** A word of at most seven letters. */
    static String word(Status status) {
        return switch (status) {
            case PASS -> "PASS";
            case FAIL -> "FAIL";
            case UNKNOWN -> "UNKNOWN";
            case MANUAL -> "MANUAL";
            case NOT_APPLICABLE -> "N/A";
        };
    }

    /** One column wide. */
    static String sign(Status status) {
        return switch (status) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case UNKNOWN -> "?";
            case MANUAL -> "○";
            case NOT_APPLICABLE -> "–";
        };
    }

    /** Parameters of ECMA-48 SGR: the terminal's own red, yellow and green; grey for what counts for nothing. */
    static String colour(Status status) {
        return switch (status) {
            case PASS -> "32";
            case FAIL -> "31;1";
            case UNKNOWN -> "33;1";
            case MANUAL -> "33";
            case NOT_APPLICABLE -> "90";
        };
    }
}
