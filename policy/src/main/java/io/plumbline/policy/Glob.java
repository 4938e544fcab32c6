package io.plumbline.policy;

/**
 * IAM's wildcards: {@code *} stands for any text, {@code ?} for one character. Time is at most pattern times text, whatever the
 * pattern.
 */
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String text) {
        return matches(pattern, text, false);
    }

    static boolean ignoringCase(String pattern, String text) {
        return matches(pattern, text, true);
    }

    static boolean hasWildcard(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    private static boolean matches(String pattern, String text, boolean ignoringCase) {
        int inPattern = 0;
        int inText = 0;
        int afterStar = -1;
        int retryAt = 0;
        // Only the last star needs a retry: an earlier one that took more could not help what follows the last.
        while (inText < text.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                afterStar = ++inPattern;
                retryAt = inText;
            } else if (inPattern < pattern.length()
                    && same(pattern.charAt(inPattern), text.charAt(inText), ignoringCase)) {
                inPattern++;
                inText++;
            } else if (afterStar >= 0) {
                inPattern = afterStar;
                inText = ++retryAt;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }

    private static boolean same(char wanted, char found, boolean ignoringCase) {
        return wanted == '?'
                || wanted == found
                || (ignoringCase && Character.toLowerCase(wanted) == Character.toLowerCase(found));
    }
}
