package io.plumbline.ledger;

/**
 * A ticket that a channel keeps for a finding.
 *
 * @param number how the ticket system calls it
 * @param link where a person finds it
 * @param closed whether we closed it
 */
public record Ticket(String number, String link, boolean closed) {
    /** The same, closed. */
    public Ticket asClosed() {
        return new Ticket(number, link, true);
    }
}
