package io.plumbline.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What is told to which channel.
 *
 * @param channel id of the channel
 * @param digestHour the hour of the day, UTC, at which all is told in one; empty for at once
 */
public record NotificationRoute(
        String id, String name, String channel, RouteFilter filter, Optional<Integer> digestHour, boolean active) {

    /** Whether it has to look for changes now, if it last did then. */
    boolean due(Instant last, Instant now) {
        return digestHour
                .map(hour -> {
                    ZonedDateTime today = now.atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .atTime(hour, 0)
                            .atZone(ZoneOffset.UTC);
                    Instant latest = (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
                    return last.isBefore(latest);
                })
                .orElse(true);
    }
}
