package canned;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plays an organization of any size on loopback, as cheaply as can be: canned bytes with the account, the region and a number put in. Run
 * as it is, {@code java bench/scale/canned/Main.java --answers DIR --accounts 100}; the first line that it prints is its URL. Meant for
 * the benchmark only: it checks no signature.
 *
 * <pre>
 * --answers DIR       templates, made by templates.py
 * --accounts N        accounts of the organization beside its management account
 * --size N            how many rows a region has of what there are many of
 * --latency MS        before each answer
 * --quotas FILE       refuses what exceeds these quotas (quotas.csv of room collect); none: refuses nothing
 * --unknown-rate N    requests a second of a bucket that the file does not name
 * --fail SHARE --reset SHARE --slow SHARE --truncate SHARE    of the answers, 0 to 1, that are a 500, a reset connection, late by two
 *                     seconds, cut off
 * </pre>
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Organization organization = new Organization(number(options, "--accounts", 10), number(options, "--size", 5));
        Answers answers = new Answers(Path.of(options.get("--answers")), organization);
        Optional<Throttle> throttle = Optional.ofNullable(options.get("--quotas"))
                .map(file -> Throttle.of(Path.of(file), share(options, "--unknown-rate", 50)));
        Faults faults = new Faults(
                share(options, "--fail", 0),
                share(options, "--reset", 0),
                share(options, "--slow", 0),
                share(options, "--truncate", 0));
        Stats stats = new Stats();
        int latency = number(options, "--latency", 0);
        try (ServerSocket listening = new ServerSocket()) {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number(options, "--port", 0)), 512);
            System.out.println("http://127.0.0.1:" + listening.getLocalPort());
            while (true) {
                Socket socket = listening.accept();
                Thread.ofPlatform()
                        .daemon()
                        .stackSize(1 << 18)
                        .start(new Connection(socket, answers, throttle, faults, stats, latency));
            }
        }
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(otherwise)));
    }

    private static double share(Map<String, String> options, String name, double otherwise) {
        return Double.parseDouble(options.getOrDefault(name, String.valueOf(otherwise)));
    }
}
