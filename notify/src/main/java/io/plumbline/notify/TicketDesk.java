package io.plumbline.notify;

import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings the ticket of a finding to where the finding stands now, wherever both were: so it does not matter in which order deliveries
 * come, or how often.
 */
record TicketDesk(Ledger ledger) {
    /**
     * Does what is to be done with a finding's ticket.
     *
     * @return why nothing was, if so
     */
    Optional<String> see(TicketKeeper keeper, String channel, Item finding, Settings settings, Wires wires) {
        Optional<Ticket> known = ledger.tickets().of(finding.id(), channel);
        boolean wanted = finding.turn().open();
        if (known.isEmpty() && !wanted) {
            return Optional.of("The finding was resolved before it had a ticket.");
        }
        if (known.filter(ticket -> ticket.closed() != wanted).isPresent()) {
            return Optional.of("The ticket stands as the finding does already.");
        }
        Ticket now = known.map(ticket -> wanted
                        ? reopened(keeper, ticket, finding, settings, wires)
                        : closed(keeper, ticket, finding, settings, wires))
                .orElseGet(() -> keeper.open(finding, settings, wires));
        Instant at = wires.clock().instant();
        ledger.tickets().remember(finding.id(), channel, now, at);
        return Optional.empty();
    }

    /** One that somebody deleted is closed. */
    private static Ticket closed(TicketKeeper keeper, Ticket ticket, Item finding, Settings settings, Wires wires) {
        try {
            keeper.close(ticket, finding, settings, wires);
        } catch (ChannelTrouble e) {
            if (!e.notThere()) {
                throw e;
            }
        }
        return ticket.asClosed();
    }

    private static Ticket reopened(TicketKeeper keeper, Ticket ticket, Item finding, Settings settings, Wires wires) {
        try {
            return keeper.reopen(ticket, finding, settings, wires);
        } catch (ChannelTrouble e) {
            if (!e.notThere()) {
                throw e;
            }
            return keeper.open(finding, settings, wires);
        }
    }
}
