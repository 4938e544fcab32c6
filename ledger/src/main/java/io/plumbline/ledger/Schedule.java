package io.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A scan that is made by itself.
 *
 * @param next when it is due; a moment of the past if it was missed or waits, empty if it is not active
 */
public record Schedule(
        String id, ScheduleTerms terms, String createdBy, Instant createdAt, Optional<Instant> next) {}
