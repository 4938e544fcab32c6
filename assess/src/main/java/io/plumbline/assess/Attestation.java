package io.plumbline.assess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person's signed answer to a question that no data answers (DESIGN, section 4).
 *
 * @param rule id of the rule, which must be attestable
 * @param accounts account ids whose units it answers for
 * @param units single units it answers for
 * @param by who says so
 * @param at when they said it
 * @param note in their words
 * @param evidence where the proof is
 * @param expires the first moment at which it no longer counts
 */
public record Attestation(
        String rule,
        List<String> accounts,
        List<String> units,
        Answer answer,
        String by,
        Instant at,
        Optional<String> note,
        Optional<String> evidence,
        Instant expires) {

    /** What may be answered. */
    public enum Answer {
        YES,
        NO,
        NOT_APPLICABLE
    }
}
