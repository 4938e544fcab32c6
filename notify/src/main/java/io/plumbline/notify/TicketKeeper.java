package io.plumbline.notify;

import io.plumbline.ledger.Ticket;

/** A kind of channel that keeps a ticket for each finding. */
public non-sealed interface TicketKeeper extends ChannelKind {
    @Override
    default Grain grain() {
        return Grain.EACH;
    }

    /**
     * The finding's ticket: one that is there already, since an earlier try got that far, or a new one.
     *
     * @throws ChannelTrouble if there is none and none could be made
     */
    Ticket open(Item finding, Settings settings, Wires wires);

    /**
     * Closes a ticket and says why.
     *
     * @throws ChannelTrouble if it could not be closed
     */
    void close(Ticket ticket, Item finding, Settings settings, Wires wires);

    /**
     * The ticket of a finding that came back: the same one again if the system lets us, or a new one.
     *
     * @throws ChannelTrouble if neither could be done
     */
    Ticket reopen(Ticket ticket, Item finding, Settings settings, Wires wires);
}
