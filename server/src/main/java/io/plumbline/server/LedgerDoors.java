package io.plumbline.server;

import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Session;
import java.time.InstantSource;
import java.util.Optional;

/** Who is behind a cookie or a token, as the ledger knows. */
record LedgerDoors(Ledger ledger, InstantSource clock) implements Gate.Doors {
    @Override
    public Optional<Caller> bySession(String cookie, String address) {
        return ledger.sessions().use(cookie, clock.instant()).map(session -> caller(cookie, session, address));
    }

    @Override
    public Optional<Caller> byToken(String token, String address) {
        return ledger.tokens()
                .use(token, clock.instant())
                .map(holder -> new Caller(
                        holder.person().name(),
                        holder.role(),
                        holder.person().scope(),
                        ledger.people().visible(holder.person().scope()),
                        address,
                        Optional.empty()));
    }

    /** Somebody who is signed in by a browser. */
    Caller caller(String cookie, Session session, String address) {
        return new Caller(
                session.person().name(),
                session.person().role(),
                session.person().scope(),
                ledger.people().visible(session.person().scope()),
                address,
                Optional.of(new Caller.SignedIn(cookie, session)));
    }
}
