package io.plumbline.ledger;

import java.util.Optional;

/**
 * A regular expression of the simple kind that mute lists hold, as it is searched for in a name: texts with {@code .*} between them and
 * anchors at the ends. What it matches the expression finds; where the expression is loose, as a dot is, this is strict.
 *
 * @param glob the same with stars, over the whole name
 * @param literal the text, if nothing of a pattern is in it
 */
record NamePattern(String glob, Optional<String> literal) {
    private static final String PLAIN = "_@=,:/- ";
    private static final String REPEATS = "*+?{";

    /** Reads one; empty if it says more than that. */
    static Optional<NamePattern> of(String text) {
        if (text.contains("**")) {
            // No expression, so it finds nothing.
            return Optional.empty();
        }
        boolean begins = text.startsWith("^");
        boolean ends = text.endsWith("$") && !text.endsWith("\\$");
        String inner = text.substring(begins ? 1 : 0, text.length() - (ends ? 1 : 0));
        // Prowler takes a star at the beginning for ".*", and people one at the end.
        inner = inner.startsWith("*") && !begins ? "." + inner : inner;
        inner = inner.endsWith("*") && !inner.endsWith(".*") && !ends
                ? inner.substring(0, inner.length() - 1) + ".*"
                : inner;
        return core(inner).map(core -> {
            String glob = ((begins ? "" : "*") + core + (ends ? "" : "*")).replaceAll("\\*{2,}", "*");
            return new NamePattern(glob, core.isEmpty() || core.contains("*") ? Optional.empty() : Optional.of(core));
        });
    }

    private static Optional<String> core(String text) {
        StringBuilder core = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char letter = text.charAt(i);
            boolean escaped = letter == '\\' && i + 1 < text.length() && isEscapable(text.charAt(i + 1));
            if (text.startsWith(".*", i)) {
                core.append('*');
                i += 2;
            } else if (escaped) {
                core.append(text.charAt(i + 1));
                i += 2;
            } else if (isPlain(letter) || letter == '.') {
                core.append(letter);
                i++;
            } else {
                return Optional.empty();
            }
            if (i < text.length() && REPEATS.indexOf(text.charAt(i)) >= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(core.toString());
    }

    /** A sign that stands for itself behind a backslash; a star would become one of ours. */
    private static boolean isEscapable(char letter) {
        return !isPlain(letter) && letter < 128 && letter != '*';
    }

    private static boolean isPlain(char letter) {
        return (letter < 128 && Character.isLetterOrDigit(letter)) || PLAIN.indexOf(letter) >= 0;
    }

    /** Whether every name matches. */
    boolean any() {
        return glob.equals("*");
    }

    boolean matches(String name) {
        return Glob.of(glob).matches(name);
    }
}
