package io.plumbline.snapshot;

import java.util.Locale;

/** How an operation in a cell, that is in one account, region and table, ended. */
public enum CellStatus {
    /** AWS answered; an answer of "there is none" counts. */
    READ,
    /** AWS refused: a policy, an organization's policy, a region that is switched off. */
    DENIED,
    /** It did not work for another reason: throttled to the end, broken answers, an outage. */
    FAILED,
    /** Nobody asked: the account could not be entered, or the region could not be reached. */
    SKIPPED;

    /** The lower-case word that the journal holds. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
