package io.plumbline.filter;

/** Asterisks in the values of JSON patterns. */
final class Wildcards {
    private Wildcards() {}

    /**
     * Whether the text matches the value. Asterisks at the ends stand for any text; one in between is read both ways. Time is at most
     * value times text.
     */
    static Match match(String value, String text) {
        if (value.indexOf('*') < 0) {
            return Match.of(value.equals(text));
        }
        int start = 0;
        int end = value.length();
        while (start < end && value.charAt(start) == '*') {
            start++;
        }
        while (end > start && value.charAt(end - 1) == '*') {
            end--;
        }
        boolean literally = literally(value.substring(start, end), start > 0, end < value.length(), text);
        if (value.substring(start, end).indexOf('*') < 0) {
            return Match.of(literally);
        }
        return Match.choose(Ambiguity.INNER_WILDCARD, asGlob(value, text), literally);
    }

    private static boolean literally(String core, boolean open, boolean openEnd, String text) {
        if (open && openEnd) {
            return text.contains(core);
        }
        if (open) {
            return text.endsWith(core);
        }
        return openEnd ? text.startsWith(core) : text.equals(core);
    }

    private static boolean asGlob(String glob, String text) {
        int inGlob = 0;
        int inText = 0;
        int afterStar = -1;
        int retryAt = 0;
        // Only the last star needs a retry: an earlier one that took more could not help what follows the last.
        while (inText < text.length()) {
            if (inGlob < glob.length() && glob.charAt(inGlob) == '*') {
                afterStar = ++inGlob;
                retryAt = inText;
            } else if (inGlob < glob.length() && glob.charAt(inGlob) == text.charAt(inText)) {
                inGlob++;
                inText++;
            } else if (afterStar >= 0) {
                inGlob = afterStar;
                inText = ++retryAt;
            } else {
                return false;
            }
        }
        return glob.substring(inGlob).chars().allMatch(c -> c == '*');
    }
}
