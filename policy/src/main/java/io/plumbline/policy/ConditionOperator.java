package io.plumbline.policy;

import java.util.Locale;

/**
 * A condition operator, taken apart: {@code ForAnyValue:StringLikeIfExists} is the quantifier {@code ForAnyValue}, the comparison
 * {@code StringLike} and {@code ifExists} (IAM reference, "Condition operators").
 *
 * @param comparison as written, without quantifier and suffix
 * @param ifExists whether the condition also holds when the request has no such key
 */
public record ConditionOperator(Quantifier quantifier, String comparison, boolean ifExists) {
    private static final String IF_EXISTS = "IfExists";

    /** How a key with several values in the request is compared. */
    public enum Quantifier {
        /** The key has one value. */
        NONE(""),
        /** One value of the request has to match; false without the key. */
        ANY("ForAnyValue:"),
        /** All values of the request have to match; true without the key. */
        ALL("ForAllValues:");

        private final String prefix;

        Quantifier(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Takes any text apart; whether IAM knows the comparison is not asked. */
    public static ConditionOperator of(String text) {
        for (Quantifier quantifier : new Quantifier[] {Quantifier.ANY, Quantifier.ALL}) {
            if (startsWith(text, quantifier.prefix)) {
                return suffixed(quantifier, text.substring(quantifier.prefix.length()));
            }
        }
        return suffixed(Quantifier.NONE, text);
    }

    /** Whether this is the comparison, such as {@code StringLike}; case does not matter. */
    public boolean is(String name) {
        return comparison.equalsIgnoreCase(name);
    }

    private static ConditionOperator suffixed(Quantifier quantifier, String text) {
        boolean ifExists = text.toLowerCase(Locale.ROOT).endsWith(IF_EXISTS.toLowerCase(Locale.ROOT));
        return new ConditionOperator(
                quantifier, ifExists ? text.substring(0, text.length() - IF_EXISTS.length()) : text, ifExists);
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    @Override
    public String toString() {
        return quantifier.prefix + comparison + (ifExists ? IF_EXISTS : "");
    }
}
