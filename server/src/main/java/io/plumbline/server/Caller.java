package io.plumbline.server;

import io.plumbline.ledger.Actor;
import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import io.plumbline.ledger.Session;
import io.plumbline.ledger.Visible;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param name the person's, also behind a token
 * @param scope what they may see, as it was said
 * @param visible the accounts that this is now: no other exists for this caller
 * @param address where the request came from
 * @param signedIn what a request by cookie has; empty for a token
 */
record Caller(String name, Role role, PersonScope scope, Visible visible, String address, Optional<SignedIn> signedIn) {

    /**
     * A browser's session.
     *
     * @param cookie its secret
     */
    record SignedIn(String cookie, Session session) {
        boolean mustChangePassword() {
            return session.person().mustChange();
        }
    }

    /** The same, who may see these accounts only. */
    Caller seeing(Visible less) {
        return new Caller(name, role, scope, less, address, signedIn);
    }

    /** As the audit log names the caller. */
    Actor actor() {
        return new Actor(name, Optional.of(address));
    }

    /** Whether the caller may see every account. */
    boolean everything() {
        return visible.accounts().isEmpty();
    }
}
