package io.plumbline.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The counted repetitions of a regular expression.
 *
 * @param expression the expression with {@code {,n}} written as {@code {0,n}}: CloudWatch Logs lets the minimum away, the engine does not
 * @param sum how often, at most, counted parts repeat in all
 */
record RegexRepetitions(String expression, long sum) {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{0,9})(?:(,)\\s?(\\d{0,9}))?\\}");

    static RegexRepetitions of(String source) {
        StringBuilder expression = new StringBuilder();
        Matcher count = COUNT.matcher(source);
        long sum = 0;
        int i = 0;
        while (i < source.length()) {
            int end = i + 1;
            if (source.charAt(i) == '\\') {
                end = Math.min(i + 2, source.length());
            } else if (source.charAt(i) == '[') {
                end = endOfClass(source, i);
            } else if (source.charAt(i) == '{'
                    && count.region(i, source.length()).lookingAt()) {
                sum += Math.max(number(count.group(1)), number(count.group(3)));
                end = count.end();
                expression.append(normal(count));
                i = end;
                continue;
            }
            expression.append(source, i, end);
            i = end;
        }
        return new RegexRepetitions(expression.toString(), sum);
    }

    private static String normal(Matcher count) {
        if (count.group(2) == null) {
            return count.group();
        }
        boolean noBounds = count.group(1).isEmpty() && count.group(3).isEmpty();
        String least = count.group(1).isEmpty() && !noBounds ? "0" : count.group(1);
        return "{" + least + "," + count.group(3) + "}";
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    /** The end of the character class that starts here: a bracket that stands first in it is one of its characters. */
    private static int endOfClass(String source, int start) {
        int i = start + 1;
        if (i < source.length() && source.charAt(i) == '^') {
            i++;
        }
        if (i < source.length() && source.charAt(i) == ']') {
            i++;
        }
        while (i < source.length() && source.charAt(i) != ']') {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, source.length());
    }
}
