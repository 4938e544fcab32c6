package io.plumbline.collect;

import io.plumbline.snapshot.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the operations of one table in one cell went; by many threads at once. */
final class Tallies {
    private final Map<String, Tally> byColumn = new ConcurrentHashMap<>();

    /** That of an operation; {@code column} as in {@link Tally}. */
    Tally of(String column, String action) {
        return byColumn.computeIfAbsent(column, unused -> new Tally(column, action));
    }

    List<JournalEntry> entries(Place place, String cellRegion, String table) {
        return byColumn.values().stream()
                .map(tally -> tally.entry(place, cellRegion, table))
                .toList();
    }
}
