package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.NotificationRoute;
import io.plumbline.ledger.Vault;
import io.plumbline.notify.Dispatcher;
import io.plumbline.notify.Kinds;
import io.plumbline.notify.Wires;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Sends what the ledger's routes tell of a scan, for those who scan without a server. A server on the same ledger may do so at the same
 * time: each change is told once.
 */
record Notices(Path home, Catalog catalog, String page, PrintWriter err) {

    /** Tells and sends, if there is a route; says what became of it. What fails is tried again by the next scan or a server. */
    void send(Ledger ledger) {
        if (ledger.routes().all().stream().noneMatch(NotificationRoute::active)) {
            return;
        }
        InstantSource clock = InstantSource.system();
        try (Wires wires = Wires.standard(clock)) {
            Dispatcher.Outcome outcome = new Dispatcher(
                            ledger, Vault.at(home), catalog, Kinds.load(), wires, () -> page.replaceFirst("/+$", ""))
                    .pass(() -> false);
            err.println("Notifications: " + outcome.sent() + " sent"
                    + (outcome.failed() == 0
                            ? ""
                            : ", " + outcome.failed() + " failed; the page says why, under Settings, Notifications"));
        }
        err.flush();
    }
}
