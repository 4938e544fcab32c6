package io.plumbline.assess;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known word somebody meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word that takes the fewest edits from what was written; empty if none is anywhere near. */
    public static Optional<String> to(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(written, word) <= Math.max(2, Math.max(written.length(), word.length()) / 2))
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(word -> word));
    }

    /** A sentence that ends an error message: the nearest word, or all of them if none is near. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map(word -> "Did you mean '" + word + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? "None are known here."
                        : "Known: " + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    /** Edits (insert, delete, replace) from one text to the other, by Levenshtein's rows. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int i = 0; i < row.length; i++) {
            row[i] = i;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
