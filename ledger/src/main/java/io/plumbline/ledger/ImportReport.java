package io.plumbline.ledger;

import java.util.List;

/**
 * What became of the entries of a file.
 *
 * @param taken how many are exceptions now
 */
public record ImportReport(int taken, List<Skipped> skipped) {
    /**
     * An entry that was not taken over, or not all of it.
     *
     * @param entry what the file calls it
     * @param why in a sentence that says what to do, if anything can be done
     */
    public record Skipped(String entry, String why) {}
}
