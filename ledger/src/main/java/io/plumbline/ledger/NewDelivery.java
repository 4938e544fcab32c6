package io.plumbline.ledger;

import java.util.Optional;

/**
 * Something that shall be told to a channel.
 *
 * @param finding where it is about one alone
 * @param title what it says, for the list of deliveries
 * @param payload all of it, as whoever sends it will read it
 * @param held why it is not sent before a person says so; empty if it may be
 */
public record NewDelivery(Optional<String> finding, String title, String payload, Optional<String> held) {
    /** One that may be sent at once. */
    public NewDelivery(Optional<String> finding, String title, String payload) {
        this(finding, title, payload, Optional.empty());
    }

    /** The same, put by until a person has it sent. */
    public NewDelivery held(String why) {
        return new NewDelivery(finding, title, payload, Optional.of(why));
    }
}
