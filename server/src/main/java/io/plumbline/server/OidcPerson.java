package io.plumbline.server;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.plumbline.ledger.Arrival;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What claims that are sure mean here: a name, and what the groups give. */
record OidcPerson(OidcSettings settings) {

    /**
     * Who arrives.
     *
     * @throws Problem if they have no name here, or their groups give them nothing
     */
    Arrival of(IDTokenClaimsSet claims) {
        String name = name(claims);
        Set<String> groups = texts(claim(claims, settings.groupsClaim()));
        RoleMap.Line line = settings.roles()
                .of(groups)
                .orElseThrow(() -> Problem.notLetIn("You are " + name + " at the identity provider, and "
                        + (groups.isEmpty()
                                ? "it names no groups of yours (claim '" + settings.groupsClaim() + "')."
                                : "none of your groups there gives a role in Plumbline.")
                        + " Ask who runs Plumbline for one."));
        return new Arrival(settings.issuer(), claims.getSubject().getValue(), name, line.role(), line.scope());
    }

    private String name(IDTokenClaimsSet claims) {
        String name = claim(claims, settings.nameClaim())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() ->
                        Problem.notLetIn("The identity provider says no name of yours (claim '" + settings.nameClaim()
                                + "'). Whoever runs Plumbline can name another claim with --oidc-name-claim."));
        if (settings.nameClaim().equals("email") && Boolean.FALSE.equals(claims.getClaim("email_verified"))) {
            throw Problem.notLetIn("The identity provider has not verified that " + name
                    + " is your address. Verify it there, and try again.");
        }
        return name;
    }

    /** By its name, which may hold dots as addresses do; else by the path that the dots make. */
    private static Optional<Object> claim(IDTokenClaimsSet claims, String name) {
        Optional<Object> found = Optional.ofNullable(claims.getClaim(name));
        if (found.isPresent() || !name.contains(".")) {
            return found;
        }
        List<String> path = List.of(name.split("\\.", -1));
        Optional<Object> at = Optional.ofNullable(claims.getClaim(path.getFirst()));
        for (String step : path.subList(1, path.size())) {
            at = at.filter(Map.class::isInstance).flatMap(map -> Optional.ofNullable(((Map<?, ?>) map).get(step)));
        }
        return at;
    }

    private static Set<String> texts(Optional<Object> claim) {
        Set<String> texts = new TreeSet<>();
        claim.ifPresent(value -> {
            if (value instanceof Collection<?> many) {
                many.forEach(one -> texts.add(String.valueOf(one)));
            } else {
                texts.add(String.valueOf(value));
            }
        });
        return texts;
    }
}
