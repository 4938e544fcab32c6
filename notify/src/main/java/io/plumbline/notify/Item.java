package io.plumbline.notify;

import io.plumbline.ledger.Turn;
import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * A finding as it is told.
 *
 * @param turn what became of it
 * @param title the rule's
 * @param meaning what the rule is about
 * @param fix how to mend it, in the console
 * @param link where a person sees it on our page
 */
public record Item(
        String id,
        Turn turn,
        Severity severity,
        String rule,
        String title,
        String meaning,
        String fix,
        String partition,
        String accountId,
        String accountName,
        String region,
        String unit,
        Optional<String> asset,
        String reason,
        Instant firstSeen,
        Instant lastSeen,
        String link) {

    /** What it is about: the asset, or the unit where there is none. */
    String about() {
        return asset.orElse(unit);
    }

    /** One line: how bad, what, where. */
    String headline() {
        return "[" + severity.name() + "] " + title + ": " + accountName + " (" + accountId + "), " + region;
    }
}
