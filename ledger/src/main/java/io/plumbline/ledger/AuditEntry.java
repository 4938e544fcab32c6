package io.plumbline.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the audit log: who did what to what.
 *
 * @param actor a person's name, or {@code scan} or {@code clock}
 * @param action one word, such as {@code exception-approved}
 * @param subject what it was done to: an id or a name
 * @param detail what else is worth knowing; never a secret
 * @param address where the request came from
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        Map<String, Object> detail,
        Optional<String> address) {}
