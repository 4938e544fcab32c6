package io.plumbline.ledger;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which exceptions somebody wants.
 *
 * @param states any of these; empty for all
 * @param rules for any of these rules; empty for all
 * @param text stands in id, rules, reason, owner or who proposed or decided it
 */
public record WaiverQuery(Set<WaiverState> states, Collection<String> rules, Optional<String> text) {
    /** All of them. */
    public static final WaiverQuery ALL = new WaiverQuery(Set.of(), Set.of(), Optional.empty());

    boolean matches(WaiverEntry entry) {
        return (states.isEmpty() || states.contains(entry.state()))
                && (rules.isEmpty() || entry.rules().stream().anyMatch(rules::contains))
                && text.map(word -> contains(entry, word.strip().toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }

    private static boolean contains(WaiverEntry entry, String word) {
        return Stream.concat(
                        entry.rules().stream(),
                        Stream.of(
                                entry.id(),
                                entry.reason(),
                                entry.owner(),
                                entry.proposed().by(),
                                entry.decided().map(WaiverEntry.Deed::by).orElse("")))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }
}
