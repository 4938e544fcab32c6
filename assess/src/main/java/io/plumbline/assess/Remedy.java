package io.plumbline.assess;

import java.time.Instant;

/** What can be done about a failed unit. */
public sealed interface Remedy {

    /**
     * Calls are known, or what a person must decide before they can be.
     *
     * @param snapshot id of the one that it rests on
     * @param asOf that snapshot's time: what changed since is not in it
     */
    record Known(Repair repair, String snapshot, Instant asOf) implements Remedy {}

    /**
     * No call can repair it, or none that is known.
     *
     * @param why a sentence
     */
    record ByHand(String why) implements Remedy {}
}
