package io.plumbline.ledger;

import java.util.Optional;

/**
 * Something that shall be told to a channel.
 *
 * @param finding where it is about one alone
 * @param title what it says, for the list of deliveries
 * @param payload all of it, as whoever sends it will read it
 */
public record NewDelivery(Optional<String> finding, String title, String payload) {}
