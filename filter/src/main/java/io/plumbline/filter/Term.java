package io.plumbline.filter;

/**
 * One term of a pattern without braces.
 *
 * @param content what is looked for
 */
public record Term(Sign sign, Content content) {

    /** What the event has to do with the content. */
    public enum Sign {
        /** {@code A}: hold it, with all others of the kind. */
        REQUIRED(""),
        /** {@code ?A}: hold it, or another of the kind. */
        OPTIONAL("?"),
        /** {@code -A}: not hold it. */
        EXCLUDED("-");

        private final String prefix;

        Sign(String prefix) {
            this.prefix = prefix;
        }
    }

    /** What is looked for in the text of an event. */
    public sealed interface Content {}

    /** A word or a phrase, with case and as it stands; a blank one is in every event. */
    public record Phrase(String text) implements Content {
        @Override
        public String toString() {
            return Value.quoted(text);
        }
    }

    /** A regular expression, which may match anywhere. */
    public record Matching(Regex regex) implements Content {
        @Override
        public String toString() {
            return regex.toString();
        }
    }

    boolean isOptional() {
        return sign == Sign.OPTIONAL;
    }

    @Override
    public String toString() {
        return sign.prefix + content;
    }
}
