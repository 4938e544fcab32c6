package io.plumbline.ledger;

import java.time.Instant;

/**
 * An assessment that findings follow.
 *
 * @param id the snapshot's
 * @param moment the snapshot's time
 * @param trackedAt when findings followed it, the first time if more than once: from then on there is something to show
 * @param accounts active ones in scope
 * @param entered those of them that could be looked into
 * @param gaps things that rules needed and nobody could read
 */
public record AssessmentInfo(
        String id,
        Instant moment,
        Instant trackedAt,
        String scope,
        int accounts,
        int entered,
        int regions,
        int gaps,
        int opened,
        int resolved,
        int reopened) {}
