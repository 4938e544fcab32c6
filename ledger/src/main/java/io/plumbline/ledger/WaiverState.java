package io.plumbline.ledger;

import java.time.Duration;
import java.util.Locale;

/** How an exception stands at a moment. */
public enum WaiverState {
    /** Waits for somebody's approval. */
    PROPOSED,
    /** In force. */
    ACTIVE,
    /** In force, and over within {@link #SOON}. */
    EXPIRING,
    /** Its time is over, whether it was approved or not. */
    EXPIRED,
    /** Somebody said no. */
    REJECTED,
    /** Somebody ended it before its time. */
    ENDED;

    /** How long before its end an exception, or an answer, asks to be renewed. */
    public static final Duration SOON = Duration.ofDays(30);

    /** Whether it covers findings. */
    public boolean inForce() {
        return this == ACTIVE || this == EXPIRING;
    }

    /** As people and the API call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
