package io.plumbline.collect;

import io.plumbline.model.BadInput;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.apache.http.conn.DnsResolver;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;

/**
 * Where requests go instead of AWS: a stand-in such as moto. Some services put the account's id in front of the host; in front of an
 * address that makes no host at all, so an address is given a name that only this process knows.
 */
final class Endpoint implements DnsResolver {
    private static final String NAME = "endpoint.invalid";

    /** What stand-ins for AWS know themselves by: a name that they do not know may be taken for a bucket's. */
    private static final String LOOPBACK = "localhost";

    private final URI given;

    private Endpoint(URI given) {
        this.given = given;
    }

    /**
     * Reads a URL.
     *
     * @throws BadInput if it is none
     */
    static Endpoint of(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || !"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
                throw new BadInput("--endpoint-url " + url + " is not a URL such as http://127.0.0.1:5000");
            }
            return new Endpoint(uri);
        } catch (URISyntaxException e) {
            throw new BadInput("--endpoint-url " + url + " is not a URL such as http://127.0.0.1:5000", e);
        }
    }

    /** What the clients are told. */
    URI uri() {
        return isAddress() ? URI.create(given.toString().replace(given.getHost(), name())) : given;
    }

    private String name() {
        return given.getHost().startsWith("127.") || given.getHost().equals("[::1]") ? LOOPBACK : NAME;
    }

    private boolean isAddress() {
        return given.getHost().matches("[0-9.]+|\\[.*]");
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        boolean ours = host.equals(name()) || host.endsWith("." + name()) || host.endsWith("." + given.getHost());
        return ours ? InetAddress.getAllByName(given.getHost()) : SystemDefaultDnsResolver.INSTANCE.resolve(host);
    }
}
