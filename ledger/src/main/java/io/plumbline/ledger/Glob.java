package io.plumbline.ledger;

import java.util.List;

/**
 * A text in which {@code *} stands for any text, as in the ARNs of an exception's scope.
 *
 * @param parts what stands between the stars; a text without one is a single part
 */
record Glob(List<String> parts) {
    static Glob of(String text) {
        return new Glob(List.of(text.split("\\*", -1)));
    }

    /** What every match begins with. */
    String beginning() {
        return parts.getFirst();
    }

    /** What every match ends with. */
    String end() {
        return parts.getLast();
    }

    boolean matches(String text) {
        if (parts.size() == 1) {
            return text.equals(beginning());
        }
        int end = text.length() - end().length();
        if (end < beginning().length() || !text.startsWith(beginning()) || !text.endsWith(end())) {
            return false;
        }
        // Taking each part at its earliest place leaves the most room for those after it.
        int from = beginning().length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int at = text.indexOf(part, from);
            if (at < 0 || at + part.length() > end) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }
}
