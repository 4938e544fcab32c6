package io.plumbline.ledger;

import io.plumbline.assess.Attestation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer that somebody wants to give.
 *
 * @param rule id of the rule, which must be attestable
 * @param accounts ids of those whose units it answers for
 * @param units single units that it answers for
 * @param note in their words; this or the next is needed
 * @param evidence where the proof is
 * @param expires the first moment at which it no longer counts
 */
public record AttestationRequest(
        String rule,
        List<String> accounts,
        List<String> units,
        Attestation.Answer answer,
        Optional<String> note,
        Optional<String> evidence,
        Instant expires) {}
