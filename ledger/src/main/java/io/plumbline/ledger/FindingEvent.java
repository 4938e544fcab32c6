package io.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a finding.
 *
 * @param kind opened, resolved, reopened, not-read, assigned, commented, disposition, ticket, excepted or exception-ended
 * @param actor a person, or {@code scan} or {@code clock}
 * @param assessment the one that brought it about
 */
public record FindingEvent(Instant at, String kind, String actor, Optional<String> text, Optional<String> assessment) {}
