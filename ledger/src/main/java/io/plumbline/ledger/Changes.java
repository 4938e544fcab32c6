package io.plumbline.ledger;

/**
 * What following an assessment did to the findings.
 *
 * @param assessment its id
 * @param opened findings that nobody saw before
 * @param reopened findings that had been resolved
 * @param still findings that were open and failed again
 * @param resolved findings that are no more
 * @param notSeen findings that stay open since the assessment cannot tell
 * @param states how many numbers of a rule in an account changed
 */
public record Changes(
        String assessment, long opened, long reopened, long still, long resolved, long notSeen, long states) {}
