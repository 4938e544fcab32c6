package io.plumbline.ledger;

/**
 * What became of an open finding that the assessment did not see fail.
 *
 * @param finding its id
 * @param resolved whether it is no more; otherwise nobody can tell
 * @param reason one sentence for people
 */
record Settlement(String finding, boolean resolved, String reason) {}
