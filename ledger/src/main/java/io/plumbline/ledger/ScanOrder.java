package io.plumbline.ledger;

import java.util.Optional;

/**
 * That a scan shall be made.
 *
 * @param schedule whose it is; empty for one of a person's own
 * @param by who wants it: a person, or {@link Actor#CLOCK} for a schedule whose moment has come
 */
public record ScanOrder(Optional<Schedule> schedule, ScanScope scope, Actor by) {

    /** What a person wants, of all that the server was started for. */
    public static ScanOrder standard(Actor by) {
        return new ScanOrder(Optional.empty(), ScanScope.STANDARD, by);
    }

    /** A schedule's scan. */
    public static ScanOrder of(Schedule schedule, Actor by) {
        return new ScanOrder(Optional.of(schedule), schedule.terms().scope(), by);
    }

    /** Whether it is made since its moment has come. */
    boolean planned() {
        return by.equals(Actor.CLOCK);
    }
}
