package io.plumbline.notify;

import io.plumbline.ledger.Turn;
import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.List;

/**
 * What changed, built once; each kind of channel shows it in its own way.
 *
 * @param id the delivery's, by which who gets it twice knows that
 * @param route the name of the route that tells it
 * @param at when it was made
 * @param tallies how much changed; only what did
 * @param items the worst findings first; all of them where there are not more
 * @param link where a person sees more on our page
 */
public record Message(
        String id, String route, Instant at, String title, List<Tally> tallies, List<Item> items, String link) {
    public Message {
        tallies = List.copyOf(tallies);
        items = List.copyOf(items);
    }

    /** How many findings of a severity had the same happen to them. */
    public record Tally(Turn turn, Severity severity, long count) {}

    /** One that says it is a test. */
    static Message test(Instant now) {
        return new Message(
                "delivery-test",
                "test",
                now,
                "Plumbline: this is a test, nothing has changed",
                List.of(),
                List.of(),
                "");
    }

    Message as(String delivery) {
        return new Message(delivery, route, at, title, tallies, items, link);
    }

    /** How many findings it is about. */
    long total() {
        return tallies.stream().mapToLong(Tally::count).sum();
    }

    /** How many of them are not among the items. */
    long more() {
        return Math.max(0, total() - items.size());
    }
}
