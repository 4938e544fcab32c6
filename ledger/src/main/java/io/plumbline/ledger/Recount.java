package io.plumbline.ledger;

import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Counts anew what findings come to, where exceptions changed that. */
@FunctionalInterface
interface Recount {
    void recount(Handle handle, Instant at, Set<RuleAccount> places);
}
