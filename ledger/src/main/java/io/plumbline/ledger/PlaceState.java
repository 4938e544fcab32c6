package io.plumbline.ledger;

import io.plumbline.model.Status;
import java.time.Instant;
import java.util.Map;

/**
 * What a rule came to in an account for a time.
 *
 * @param since from when
 * @param until the first moment at which that was no longer so; the end of time if it still is
 * @param assessment the newest one by then
 */
record PlaceState(
        String rule, String accountId, Instant since, Instant until, String assessment, Status status, Counts counts) {
    /** A moment after all others. */
    static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** The same, its texts each the first of its kind: fifty thousand rows name fifty rules. */
    PlaceState sharing(Map<String, String> words) {
        return new PlaceState(
                one(words, rule), one(words, accountId), since, until, one(words, assessment), status, counts);
    }

    private static String one(Map<String, String> words, String word) {
        return words.computeIfAbsent(word, first -> first);
    }
}
