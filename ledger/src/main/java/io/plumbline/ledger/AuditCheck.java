package io.plumbline.ledger;

/** What came of looking whether the audit log is as it was written. */
public sealed interface AuditCheck {
    /**
     * Every line follows from the one before.
     *
     * @param head the last line's hash; noted elsewhere, it proves later that no line was cut off the end
     */
    record Whole(long lines, String head) implements AuditCheck {}

    /**
     * A line does not: it was changed, or something between it and the line before was taken out or put in.
     *
     * @param first the first such line
     */
    record Broken(AuditEntry first) implements AuditCheck {}
}
