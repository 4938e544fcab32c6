package io.plumbline.notify;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a channel may lead. An Admin names the address, and this machine can reach more than an Admin's browser: what gives out a
 * machine's credentials by link-local addresses is never asked, and without TLS, whose certificates prove who answers, nothing but this
 * machine and what an Admin allows.
 */
final class Addresses {
    /** Where Amazon EC2 tells an instance's credentials by IPv6 (EC2 User Guide, "Access instance metadata"). */
    private static final String METADATA = "fd00:ec2:0:0:0:0:0:254";

    private Addresses() {}

    /**
     * Refuses what is not safe.
     *
     * @param plain whether an Admin allows plain HTTP
     * @throws ChannelTrouble that says why
     */
    static void check(URI to, boolean plain) {
        String host = to.getHost();
        check(host);
        if (!"https".equals(to.getScheme()) && !plain && !own(host)) {
            throw ChannelTrouble.because(
                    host + " would be called without TLS, so that what fails in your accounts crosses"
                            + " the network in the clear. Use https://.");
        }
    }

    /**
     * Refuses a host that is never called.
     *
     * @throws ChannelTrouble that says why
     */
    static void check(String host) {
        if (resolved(host).stream().anyMatch(Addresses::forbidden)) {
            throw ChannelTrouble.because(
                    host + " is an address that nothing is sent to: link-local ones give out a machine's credentials.");
        }
    }

    /** None if only a proxy knows the name. */
    private static List<InetAddress> resolved(String host) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static boolean forbidden(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address.getHostAddress().replaceFirst("%.*", "").equals(METADATA);
    }

    /** Whether a host is this machine. */
    static boolean own(String host) {
        List<InetAddress> all = resolved(host);
        return !all.isEmpty() && all.stream().allMatch(InetAddress::isLoopbackAddress);
    }
}
