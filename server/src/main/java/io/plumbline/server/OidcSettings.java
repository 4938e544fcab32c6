package io.plumbline.server;

import io.plumbline.model.BadInput;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How people sign in by OpenID Connect.
 *
 * @param issuer the identity provider's, exactly as it calls itself
 * @param clientId what Plumbline is called there
 * @param clientSecret empty for a public client, whom PKCE alone protects
 * @param title what the page calls it
 * @param scopes what is asked for; {@code openid} among them
 * @param nameClaim the claim of the ID token that holds people's names here
 * @param groupsClaim the claim that holds their groups; a path with dots where there is none of that name
 * @param localOff whether names and passwords of Plumbline's own shall do no more, as soon as nobody needs them
 */
public record OidcSettings(
        String issuer,
        String clientId,
        Optional<String> clientSecret,
        String title,
        List<String> scopes,
        String nameClaim,
        String groupsClaim,
        RoleMap roles,
        boolean localOff) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Checks them.
     *
     * @throws BadInput if something cannot be right, or nobody could get in
     */
    public OidcSettings {
        checkAddress(issuer, "The issuer");
        scopes = List.copyOf(scopes);
        if (!scopes.contains("openid")) {
            throw new BadInput("The scopes that are asked for must hold openid, or the provider says nobody's name.");
        }
        if (localOff && !roles.letsIn()) {
            throw new BadInput(
                    "Signing in with a password cannot be switched off: no group is mapped to an admin who sees every account, so"
                            + " nobody could let people in. Add a line `- {group: …, role: admin}`.");
        }
    }

    /** Secrets and codes go there: never over a network in the clear. */
    static URI checkAddress(String address, String whose) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new BadInput(whose + " '" + address + "' is no address.", e);
        }
        boolean here = "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
        boolean safe = here || "https".equals(uri.getScheme());
        if (!safe || uri.getHost() == null) {
            throw new BadInput(whose + " '" + address + "' must begin with https:// (http:// on this machine only).");
        }
        return uri;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
