package io.plumbline.server;

import io.plumbline.ledger.Ledger;
import java.util.Optional;

/**
 * Whether names and passwords of Plumbline's own do. They can be switched off, and then still do until an Admin who sees every account has
 * come in by OpenID Connect: before that nobody knows that the other way works, and everybody could be locked out.
 */
record LocalSignIn(Optional<OidcSettings> oidc, Ledger ledger) {
    boolean open() {
        return oidc.filter(OidcSettings::localOff)
                .filter(settings -> ledger.identities().anAdminCame(settings.issuer()))
                .isEmpty();
    }
}
