package io.plumbline.ledger;

import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * A failed unit followed over time.
 *
 * @param id as {@link io.plumbline.model.FindingId}
 * @param severity the rule's when it was last seen
 * @param asset the AWS thing behind the unit
 * @param lastSeen the last assessment that saw it fail
 * @param reopened how many times it came back
 * @param notSeen why the newest assessment says nothing of it
 * @param owner who sees to it
 * @param exception id of the one that covers it
 * @param comments how many
 */
public record Finding(
        String id,
        String rule,
        Severity severity,
        String accountId,
        String accountName,
        String region,
        String unit,
        Optional<String> asset,
        FindingState state,
        String reason,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Instant> resolvedAt,
        int reopened,
        Optional<String> notSeen,
        Optional<String> owner,
        Disposition disposition,
        Optional<String> exception,
        Optional<String> ticket,
        int comments) {}
