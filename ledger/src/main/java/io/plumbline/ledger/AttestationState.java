package io.plumbline.ledger;

/** How an answer stands at a moment. */
public enum AttestationState {
    /** Counts. */
    VALID,
    /** Counts, and is over within {@link WaiverState#SOON}. */
    EXPIRING,
    /** Its time is over. */
    EXPIRED,
    /** Somebody took it back. */
    ENDED;

    /** Whether it counts. */
    public boolean counts() {
        return this == VALID || this == EXPIRING;
    }
}
