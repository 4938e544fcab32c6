package io.plumbline.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates and times as people write them in files: 2026-06-30, or 2026-06-30T12:00:00Z. */
final class Moments {
    private static final int DATE = "2026-06-30".length();

    private Moments() {}

    /** The first moment of what is written; empty if it is no date and no time. */
    static Optional<Instant> start(String text) {
        try {
            return Optional.of(
                    text.length() == DATE
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The moment itself, or the first one after a day, so that what holds until a day holds through it. */
    static Optional<Instant> end(String text) {
        return start(text).map(start -> text.length() == DATE ? start.plus(Duration.ofDays(1)) : start);
    }
}
