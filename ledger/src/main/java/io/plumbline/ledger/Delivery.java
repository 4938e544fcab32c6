package io.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is to be told to a channel, or was.
 *
 * @param route id of the route that made it, which may be gone by now
 * @param finding where it is about one alone
 * @param title what it says
 * @param due when it is tried next; when it was tried last, if it waits no more
 * @param trouble why it could not be sent, or why it needed not
 */
public record Delivery(
        String id,
        String route,
        String routeName,
        String channel,
        String channelName,
        Optional<String> finding,
        String title,
        Instant made,
        Instant due,
        int attempts,
        DeliveryState state,
        Optional<String> trouble) {}
