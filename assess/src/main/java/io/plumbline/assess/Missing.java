package io.plumbline.assess;

/**
 * What it does to a rule's verdicts in an account when a list that the rule reads could not be read there (DESIGN, section 3). What is
 * missing in one region puts the units of that region and the global ones in doubt; what is missing globally, all of the account.
 */
public enum Missing {
    /** Units found keep their status; one UNKNOWN unit stands for those that were not found. */
    EACH,
    /** One good thing anywhere is enough: a PASS stands, a FAIL becomes UNKNOWN. */
    ANY,
    /** One bad thing anywhere is enough: a FAIL stands, a PASS becomes UNKNOWN. */
    ALL
}
