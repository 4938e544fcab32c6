package io.plumbline.ledger;

import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes a deed down, in the transaction of the deed. */
@FunctionalInterface
public interface Auditing {
    void append(Handle handle, Instant at, Actor actor, String action, String subject, Map<String, ?> detail);
}
