package io.plumbline.ledger;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
    /** Sees. */
    VIEWER,
    /** Approves exceptions, answers for what no data answers, reads the audit log. */
    AUDITOR,
    /** Works on findings, asks for exceptions, scans. */
    ENGINEER,
    /** Lets people in and changes settings. */
    ADMIN;

    /** Whether who has this role may do what needs the other. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The lesser of two: what a token of this role can do for a person of the other. */
    public Role atMost(Role other) {
        return covers(other) ? other : this;
    }
}
