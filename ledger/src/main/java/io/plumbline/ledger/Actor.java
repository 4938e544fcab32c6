package io.plumbline.ledger;

import java.util.Optional;

/**
 * Who does something, for the audit log.
 *
 * @param name a person's, or {@code scan} or {@code clock} for the program itself
 * @param address where a request came from
 */
public record Actor(String name, Optional<String> address) {
    /** The program, following a scan. */
    public static final Actor SCAN = new Actor("scan", Optional.empty());

    /** The program, as time passes. */
    public static final Actor CLOCK = new Actor("clock", Optional.empty());

    public static Actor person(String name) {
        return new Actor(name, Optional.empty());
    }
}
