package io.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which ticket a channel keeps for a finding. The first one's link is shown with the finding, unless a person put another there. */
public final class Tickets {
    private final Ledger ledger;

    Tickets(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The one that a channel keeps for a finding; empty if there is none yet. */
    public Optional<Ticket> of(String finding, String channel) {
        return ledger.read(handle -> one(handle, finding, channel));
    }

    private static Optional<Ticket> one(Handle handle, String finding, String channel) {
        return handle.createQuery("select * from ticket where finding = :finding and channel = :channel")
                .bind("finding", finding)
                .bind("channel", channel)
                .map((row, context) ->
                        new Ticket(row.getString("number"), row.getString("link"), row.getBoolean("closed")))
                .findOne();
    }

    /** From now on this is the channel's ticket for the finding. */
    public void remember(String finding, String channel, Ticket ticket, Instant now) {
        ledger.write(handle -> {
            String before = one(handle, finding, channel).map(Ticket::link).orElse("");
            handle.execute(
                    "insert into ticket (finding, channel, number, link, closed) values (?, ?, ?, ?, ?)"
                            + " on conflict (finding, channel) do update set number = excluded.number,"
                            + " link = excluded.link, closed = excluded.closed",
                    finding,
                    channel,
                    ticket.number(),
                    ticket.link(),
                    ticket.closed());
            int shown = handle.execute(
                    "update finding set ticket = ? where id = ? and coalesce(ticket, '') in ('', ?)"
                            + " and coalesce(ticket, '') <> ?",
                    ticket.link(),
                    finding,
                    before,
                    ticket.link());
            if (shown > 0) {
                handle.execute(
                        "insert into finding_event (finding, moment, kind, actor, detail) values (?, ?, 'ticket', ?, ?)",
                        finding,
                        now.toEpochMilli(),
                        Actor.CLOCK.name(),
                        ticket.link());
            }
            return shown;
        });
    }
}
