package io.plumbline.inventory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What of a text can be searched for. A word is a run of anything but spaces and {@value #BETWEEN}, in lower case: so {@code vpc-0a1b},
 * {@code 10.0.1.5} and {@code orders_queue} are one word each. A word with a letter in it can also be found by its parts between dots,
 * hyphens and underscores.
 */
final class Tokens {
    /** Longer words are cut: nobody types them, and an index of hashes and keys helps nobody. */
    static final int LONGEST = 100;

    /** Stands before a token of the asset's ARN or name; no word can begin so. */
    static final char FIRST = '!';

    private static final String BETWEEN = "/:,;\"'(){}[]<>=@|\\!?*&%$#^~`+";
    private static final String JOINTS = ".-_";

    /** Of one asset at most so many, so that one gigantic document does not fill the index. */
    private static final int MOST = 20_000;

    private Tokens() {}

    /** The words of a text in their order, as a question is taken apart. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || isBetween(lower.charAt(i))) {
                add(words, lower, start, i);
                start = i + 1;
            }
        }
        return words;
    }

    private static void add(List<String> words, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && JOINTS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && JOINTS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (start < end) {
            words.add(text.substring(start, whole(text, start, Math.min(end, start + LONGEST))));
        }
    }

    /** A cut never goes through a character that takes two of Java's. */
    private static int whole(String text, int start, int end) {
        return end < text.length() && end > start + 1 && Character.isHighSurrogate(text.charAt(end - 1))
                ? end - 1
                : end;
    }

    private static boolean isBetween(char character) {
        return character <= ' '
                || (character < 128
                        ? BETWEEN.indexOf(character) >= 0
                        : Character.isWhitespace(character) || character == '\u00a0');
    }

    /** The words of a text and the parts of its words, each once. */
    static Set<String> of(String text) {
        Set<String> tokens = new LinkedHashSet<>();
        for (String word : words(text)) {
            if (tokens.size() < MOST && tokens.add(word) && hasLetter(word)) {
                parts(word, tokens);
            }
        }
        return tokens;
    }

    private static boolean hasLetter(String word) {
        return word.codePoints().anyMatch(Character::isLetter);
    }

    private static void parts(String word, Set<String> tokens) {
        int start = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i == word.length() || JOINTS.indexOf(word.charAt(i)) >= 0) {
                // One letter alone finds everything.
                if (i - start > 1 && i - start < word.length()) {
                    tokens.add(word.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** What the index keeps of an asset: tokens with spaces between, those of its ARN and name marked by {@link #FIRST}. */
    static String indexed(String first, String rest) {
        Set<String> important = of(first);
        StringBuilder all = new StringBuilder(rest.length());
        important.forEach(token -> all.append(FIRST).append(token).append(' '));
        for (String token : of(rest)) {
            if (!important.contains(token)) {
                all.append(token).append(' ');
            }
        }
        return all.toString().stripTrailing();
    }
}
