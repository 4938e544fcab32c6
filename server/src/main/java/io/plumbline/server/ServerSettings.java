package io.plumbline.server;

import io.plumbline.model.BadInput;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a server is reached.
 *
 * @param bind the address that it listens at
 * @param port 0 for any that is free
 * @param hosts names by which a browser may call it, besides the address; without any, on loopback, localhost
 * @param behindTls whether something in front of it speaks TLS, so that cookies go over HTTPS only
 * @param insecure whether it may listen beyond this machine without TLS
 * @param web the folder of the page's files; empty for the API alone
 */
public record ServerSettings(
        String bind, int port, List<String> hosts, boolean behindTls, boolean insecure, Optional<Path> web) {
    /** This machine only, port 8080. */
    public static final ServerSettings STANDARD =
            new ServerSettings("127.0.0.1", 8080, List.of(), false, false, Optional.empty());

    /**
     * Refuses what would send passwords over a network in the clear.
     *
     * @throws BadInput if it would
     */
    void check() {
        if (!loopback() && !behindTls && !insecure) {
            throw new BadInput("The server would listen at " + bind
                    + " without TLS, so passwords and findings would cross the network in the clear. Put a proxy that speaks TLS in front and"
                    + " say --behind-tls, or say --insecure if you mean it.");
        }
        if (!loopback() && hosts.isEmpty()) {
            throw new BadInput(
                    "The server would listen at " + bind
                            + " and must know the name that browsers call it by, or other pages could speak to it. Say --host NAME.");
        }
    }

    /** Whether only this machine can reach it. */
    boolean loopback() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new BadInput("--bind " + bind + " is no address of this machine: " + e.getMessage(), e);
        }
    }

    /** Whether a request by this Host header is meant for us; a page elsewhere that points its own name here is not. */
    boolean called(String hostHeader) {
        String name = hostHeader.replaceFirst(":\\d+$", "");
        return hosts.contains(name)
                || loopback() && List.of("localhost", "127.0.0.1", "[::1]").contains(name);
    }
}
