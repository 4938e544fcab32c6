package io.plumbline.filter;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a field is compared with. */
public sealed interface Value {

    /** A string or a bare word; asterisks at its ends are wildcards, quoted or not. */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return quoted(text);
        }
    }

    /**
     * A number without quotes.
     *
     * @param literal as written, since the field may be a string of digits such as an account id
     */
    record Numeric(String literal) implements Value {
        private static final int LONGEST = 100;
        private static final Pattern SYNTAX = Pattern.compile("[+-]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?");

        public Numeric {
            if (!isNumber(literal)) {
                throw new IllegalArgumentException("'" + literal + "' is no number");
            }
        }

        /** Whether the text is a number with sign, decimals and exponent as it likes, within a sensible length. */
        static boolean isNumber(String text) {
            return read(text).isPresent();
        }

        BigDecimal number() {
            return read(literal).orElseThrow();
        }

        private static Optional<BigDecimal> read(String text) {
            if (text.length() > LONGEST || !SYNTAX.matcher(text).matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new BigDecimal(text));
            } catch (NumberFormatException _) {
                // The exponent is beyond what Java can hold, and surely beyond what a field would hold.
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return literal;
        }
    }

    /** {@code %regex%}, looked for anywhere in the field. */
    record Matching(Regex regex) implements Value {
        @Override
        public String toString() {
            return regex.toString();
        }
    }

    /** The text in double quotes, so that a parser reads it back. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
