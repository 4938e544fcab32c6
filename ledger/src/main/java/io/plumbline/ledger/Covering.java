package io.plumbline.ledger;

import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Finds for every open finding the exception that covers it. */
@FunctionalInterface
public interface Covering {
    /** Nothing is covered, and nothing was. */
    Covering NONE = (handle, now) -> Set.of();

    /**
     * Brings the findings' exceptions up to date.
     *
     * @return where that changed something
     */
    Set<RuleAccount> apply(Handle handle, Instant now);
}
