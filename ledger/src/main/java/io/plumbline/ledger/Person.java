package io.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may sign in.
 *
 * @param active whether they still may
 * @param mustChange whether the password is one that somebody else knows
 * @param secondFactor whether they give a code, too
 * @param lastSeen when they last signed in
 */
public record Person(
        String name,
        Role role,
        PersonScope scope,
        boolean active,
        boolean mustChange,
        boolean secondFactor,
        Instant createdAt,
        Optional<Instant> lastSeen) {}
