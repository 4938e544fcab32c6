package io.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What a program signs in with.
 *
 * @param name what it is for
 * @param owner the person for whom it acts
 * @param role what it may do, if its owner still may
 * @param ended when somebody revoked it
 */
public record Token(
        String id,
        String name,
        String owner,
        Role role,
        Instant createdAt,
        Instant expires,
        Optional<Instant> lastUsed,
        Optional<Instant> ended) {}
