package io.plumbline.assess;

/**
 * An account that only one of two assessments could look into, so that its controls cannot be compared.
 *
 * @param account as the later assessment has it, or the earlier one if it is gone
 * @param failed how many controls failed in the assessment that could look into it; 0 if that was the earlier one
 */
public record AccountChange(Kind kind, AssessedAccount account, long failed) {
    /** What happened to it. */
    public enum Kind {
        /** It was not in the earlier scan. */
        NEW,
        /** It is not in the later scan, or no longer active there. */
        GONE,
        /** The earlier scan could not enter it. */
        OPENED,
        /** The later scan could not enter it. */
        CLOSED
    }
}
