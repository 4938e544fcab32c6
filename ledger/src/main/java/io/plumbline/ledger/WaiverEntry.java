package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An exception with what people did about it.
 *
 * @param owner whose risk it is
 * @param decided by whom it was approved or rejected
 * @param ended by whom it was ended before its time
 * @param expires the first moment at which it no longer holds
 * @param note what the one who decided said of it
 * @param renews the one that it shall follow
 * @param covers open findings that it covers now, of those that may be seen
 */
public record WaiverEntry(
        String id,
        List<String> rules,
        Waiver.Scope scope,
        String reason,
        String owner,
        Deed proposed,
        Optional<Deed> decided,
        Optional<Deed> ended,
        Instant expires,
        Optional<String> note,
        Optional<String> renews,
        WaiverState state,
        long covers) {

    /** Who did it and when. */
    public record Deed(String by, Instant at) {}

    WaiverEntry covering(long findings) {
        return new WaiverEntry(
                id, rules, scope, reason, owner, proposed, decided, ended, expires, note, renews, state, findings);
    }
}
