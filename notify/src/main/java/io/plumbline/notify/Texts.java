package io.plumbline.notify;

import io.plumbline.ledger.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a message says, in words. */
final class Texts {
    private Texts() {}

    /** How something that happened to findings is called. */
    static String word(Turn turn) {
        return switch (turn) {
            case OPENED -> "new";
            case REOPENED -> "came back";
            case RESOLVED -> "resolved";
        };
    }

    /** How much changed: {@code 3 new (1 critical, 2 high), 1 resolved (1 low)}. */
    static String numbers(List<Message.Tally> tallies) {
        Map<Turn, List<Message.Tally>> byTurn =
                tallies.stream().collect(Collectors.groupingBy(Message.Tally::turn, TreeMap::new, Collectors.toList()));
        return byTurn.entrySet().stream()
                .map(entry -> entry.getValue().stream()
                                .mapToLong(Message.Tally::count)
                                .sum() + " " + word(entry.getKey()) + " ("
                        + entry.getValue().stream()
                                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                                .map(tally ->
                                        tally.count() + " " + tally.severity().word())
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(", "));
    }

    /** One line of an item: what became of it, and the finding. */
    static String line(Item item) {
        return word(item.turn()) + " " + item.headline() + ", " + item.about();
    }

    /** What there is besides the items; empty if nothing. */
    static Optional<String> more(Message message) {
        return message.more() == 0 ? Optional.empty() : Optional.of("and " + message.more() + " more");
    }

    /** All of a message as plain text. */
    static String plain(Message message) {
        StringBuilder text = new StringBuilder(message.title()).append("\n\n");
        for (Item item : message.items()) {
            text.append("* ").append(line(item)).append('\n');
            if (item.turn().open()) {
                text.append("  ").append(item.reason()).append('\n');
            }
            text.append("  ").append(item.link()).append("\n\n");
        }
        more(message).ifPresent(more -> text.append(more).append("\n\n"));
        if (!message.link().isEmpty()) {
            text.append("All findings: ").append(message.link()).append('\n');
        }
        return text.append("Told by the route \"")
                .append(message.route())
                .append("\" of Plumbline, ")
                .append(message.id())
                .append('\n')
                .toString();
    }

    /** What a ticket says of a finding, as plain text. */
    static String ticket(Item item) {
        return item.reason() + "\n\n" + item.meaning() + "\n\nHow to fix it: " + item.fix() + "\n\nAccount: "
                + item.accountName() + " (" + item.accountId() + ")\nRegion: " + item.region() + "\nWhat: "
                + item.about()
                + "\nRule: " + item.rule() + "\nFirst seen: " + item.firstSeen() + "\nFinding: " + mark(item) + "\n"
                + item.link();
    }

    /** By which a ticket is found again. */
    static String mark(Item item) {
        return "plumbline-" + item.id();
    }

    /** What is said when a ticket is closed. */
    static String closing(Item item) {
        return "A scan by Plumbline saw that this does not fail any more. It was last seen failing on "
                + item.lastSeen() + ". " + item.link();
    }

    /** What is said when a ticket is opened again. */
    static String reopening(Item item) {
        return "This fails again: " + item.reason() + " " + item.link();
    }

    /** At most so many characters, and never half of one. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
