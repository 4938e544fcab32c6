package io.plumbline.server;

import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.ledger.Ledger;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A server that lets people in from an identity provider, with nothing scanned yet. */
final class OidcSite implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.system();
    static final ServerSettings ANY_PORT =
            new ServerSettings("127.0.0.1", 0, List.of(), false, false, Optional.empty());

    final IdentityProvider provider = new IdentityProvider();
    final Ledger ledger;
    final Center center;
    final Server server;

    OidcSite(Path home) {
        ledger = Ledger.at(home);
        ledger.people().first(CLOCK.instant());
        center = new Center(
                home, ledger, Catalog.load(Optional.empty()), AwsTypes.load(), "test", Optional.empty(), CLOCK);
        server = Server.start(center, ANY_PORT, Optional.of(provider.settings(false)));
    }

    Browser browser() {
        return new Browser(server.url());
    }

    static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static Map<String, Object> called(String name, String... groups) {
        return Map.of("preferred_username", name, "groups", List.of(groups));
    }

    static Map<String, Object> and(Map<String, Object> claims, String claim, Object value) {
        Map<String, Object> more = new HashMap<>(claims);
        more.put(claim, value);
        return more;
    }

    @Override
    public void close() {
        server.close();
        center.close();
        ledger.close();
        provider.close();
    }
}
