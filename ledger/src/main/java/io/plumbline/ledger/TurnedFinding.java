package io.plumbline.ledger;

import io.plumbline.model.Severity;

/**
 * What became of a finding since somebody was told the last time: the difference between then and now, not the way there.
 *
 * @param id the finding's
 */
public record TurnedFinding(
        String id, Turn turn, Severity severity, String partition, String accountId, String region) {}
