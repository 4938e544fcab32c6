package io.plumbline.ledger;

import java.util.Optional;

/**
 * Which lines of the audit log somebody wants.
 *
 * @param text stands in actor, action, subject or detail
 */
public record AuditFilter(
        Optional<String> actor, Optional<String> action, Optional<String> subject, Optional<String> text) {
    /** All of them. */
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What was done to one thing. */
    public static AuditFilter of(String subject) {
        return new AuditFilter(Optional.empty(), Optional.empty(), Optional.of(subject), Optional.empty());
    }
}
