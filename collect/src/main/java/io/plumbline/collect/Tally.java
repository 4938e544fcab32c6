package io.plumbline.collect;

import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.JournalEntry;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Adds up how one operation of a cell went, over all its requests, into one line of the journal. */
final class Tally {
    private final String column;
    private final String action;
    private final CallMeter meter = new CallMeter();
    private final LongAdder rows = new LongAdder();
    private Optional<Trouble> worst = Optional.empty();

    /**
     * A tally.
     *
     * @param column the detail column, {@code *} for the description of listed keys, empty for the operation that finds the rows
     */
    Tally(String column, String action) {
        this.column = column;
        this.action = action;
    }

    String action() {
        return action;
    }

    CallMeter meter() {
        return meter;
    }

    void read() {
        rows.increment();
    }

    synchronized void trouble(Trouble trouble) {
        if (worst.isEmpty() || worst.get().status() == CellStatus.DENIED && trouble.status() == CellStatus.FAILED) {
            worst = Optional.of(trouble);
        }
    }

    JournalEntry entry(Place place, String cellRegion, String table) {
        return entry(place, cellRegion, table, rows.sum());
    }

    /** The line for one of the tables that share the operation's answer, with the rows that it found there. */
    synchronized JournalEntry entry(Place place, String cellRegion, String table, long found) {
        return new JournalEntry(
                place.accountId().value(),
                cellRegion,
                table,
                column,
                worst.flatMap(Trouble::action).orElse(action),
                worst.map(Trouble::status).orElse(CellStatus.READ),
                meter.calls(),
                meter.throttled(),
                meter.millis(),
                found,
                worst.map(Trouble::code).orElse(""),
                worst.map(Trouble::message).orElse(""));
    }
}
