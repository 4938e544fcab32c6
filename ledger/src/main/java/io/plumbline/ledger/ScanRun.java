package io.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A scan that a server began, or had to skip.
 *
 * @param schedule the schedule's id, which may be gone; empty if a person asked for the scan
 * @param scheduleName how the schedule was called then
 * @param startedBy a person, or {@code clock}
 * @param attempt 2 if the server ended during the first
 * @param snapshot what it left
 * @param message why it was skipped, or what went wrong
 */
public record ScanRun(
        long id,
        Optional<String> schedule,
        Optional<String> scheduleName,
        ScanScope scope,
        String startedBy,
        int attempt,
        State state,
        Instant started,
        Optional<Instant> ended,
        Optional<String> snapshot,
        Optional<String> message) {

    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** Another of the same scope was running. */
        SKIPPED,
        /** The server ended while it ran. */
        INTERRUPTED
    }
}
