package io.plumbline.filter;

/**
 * What AWS's documents leave open about filter patterns. Whichever way CloudWatch Logs reads one of them, it reads it so everywhere: the
 * readings are three switches for all patterns and events, not one choice per place.
 */
public enum Ambiguity {
    /** Is an asterisk inside a value, neither first nor last, a wildcard or an asterisk? Documents of different years differ. */
    INNER_WILDCARD(0, "whether an asterisk inside a value is a wildcard"),
    /** Does {@code !=} hold for a field that the event does not have? */
    ABSENT_FIELD(1, "whether != holds for a field that the event lacks"),
    /** Does a term match inside a longer word, as {@code CreateRoute} in {@code CreateRouteTable}? */
    PART_OF_WORD(2, "whether a term also matches inside a longer word");

    private final int position;
    private final String question;

    Ambiguity(int position, String question) {
        this.position = position;
        this.question = question;
    }

    /** Which bit of the number of a reading is the switch for this question. */
    int position() {
        return position;
    }

    /** The open question, as the end of a sentence that starts with "it is open". */
    public String question() {
        return question;
    }
}
