package io.plumbline.model;

/** The verdict on one unit (CIS evaluation spec, section 1). Declaration order is the order in which a person wants to see them. */
public enum Status {
    /** The unit does not hold what the rule asks. */
    FAIL,
    /** We could not read what the rule needs; never a pass. */
    UNKNOWN,
    /** A person has to say; waits for an attestation. */
    MANUAL,
    /** The unit holds what the rule asks. */
    PASS,
    /** The rule says nothing about this unit. */
    NOT_APPLICABLE;

    /**
     * The status of a control in an account from its counts (DESIGN, section 4).
     *
     * @param failed failed units without a valid exception
     * @param checked passed and failed units
     */
    public static Status ofControl(long failed, long unknown, long manual, long checked) {
        if (failed > 0) {
            return FAIL;
        }
        if (unknown > 0) {
            return UNKNOWN;
        }
        if (manual > 0) {
            return MANUAL;
        }
        return checked > 0 ? PASS : NOT_APPLICABLE;
    }
}
