package io.plumbline.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression between percent signs (CloudWatch Logs guide, "Supported regular expressions"). It is matched by an engine whose
 * time grows with the text only, whatever the expression.
 */
public final class Regex {
    /** A pattern holds 1,024 characters, so no expression of AWS is longer. */
    private static final int LONGEST = 1_024;
    /** The engine unrolls counted repetitions; a sum beyond this would make a small pattern a large program. */
    private static final int MOST_REPETITIONS = 1_000;

    /** Stands where an expression is not judged; it matches nothing. */
    static final Regex NOTHING = new Regex("[^\\x00-\\x7F]", Pattern.compile("[^\\x00-\\x7F]"));

    private final String source;
    private final Pattern pattern;

    private Regex(String source, Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    /** Reads an expression, given without its percent signs. Positions of errors count from its start. */
    public static Parse<Regex> parse(String source) {
        Optional<Parse<Regex>> refusal = refusal(source);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        RegexRepetitions repetitions = RegexRepetitions.of(source);
        if (repetitions.sum() > MOST_REPETITIONS) {
            return new Parse.Unsupported<>(
                    "a regular expression that counts to more than " + MOST_REPETITIONS + " in all");
        }
        try {
            return new Parse.Parsed<>(new Regex(source, Pattern.compile(repetitions.expression())));
        } catch (PatternSyntaxException e) {
            return new Parse.ParseError<>(0, "not a regular expression: " + e.getDescription());
        }
    }

    private static Optional<Parse<Regex>> refusal(String source) {
        if (source.isEmpty()) {
            return Optional.of(new Parse.ParseError<>(0, "the regular expression is empty"));
        }
        if (source.length() > LONGEST) {
            return Optional.of(
                    new Parse.ParseError<>(0, "a regular expression has at most " + LONGEST + " characters"));
        }
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '(' || c == ')' || c == '!' || c == '%' || c > 127) {
                return Optional.of(new Parse.ParseError<>(
                        i, "a regular expression cannot hold '" + c + "'; write it as \\x and its two hex digits"));
            }
        }
        return Optional.empty();
    }

    /** Whether some part of the text matches. */
    boolean find(String text) {
        return pattern.matcher(text).find();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regex regex && source.equals(regex.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    /** The expression between percent signs. */
    @Override
    public String toString() {
        return "%" + source + "%";
    }
}
