package io.plumbline.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real moto server with the small organization of {@code src/test/moto/seed.py} in it: the AWS that a scan can be held against. Every
 * start makes the same organization with the same ids.
 */
final class Moto implements AutoCloseable {
    /** The keys of the management account's user; moto takes any that it did not give out itself for that account's. */
    static final String ACCESS_KEY = "AKIASTARTSTARTSTART0";

    static final String SECRET_KEY = "start";

    /** Where the organization has something; the default VPCs of the other regions are made when someone asks there. */
    static final String REGIONS = "us-east-1,eu-west-1";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PYTHON = Path.of("../.venv/bin/python");
    private static final Path LOG = Path.of("target/moto.log");

    private final Process process;
    private final URI url;
    private final Map<String, String> accounts = new TreeMap<>();

    private Moto(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** One for all the tests of a run, made when the first of them wants it; it ends with the run. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Moto.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Moto.class))
                    .computeIfAbsent(Moto.class, unused -> start(), Moto.class);
        }
    }

    static Moto start() {
        if (!Files.isExecutable(PYTHON)) {
            throw new IllegalStateException(
                    "moto's Python environment .venv is missing: run make test, which makes it");
        }
        try {
            int port = freePort();
            URI url = URI.create("http://127.0.0.1:" + port);
            Files.createDirectories(LOG.getParent());
            ProcessBuilder command = new ProcessBuilder(
                    PYTHON.toString(), "-m", "moto.server", "-H", "127.0.0.1", "-p", String.valueOf(port));
            command.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
            command.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
            // With it every account would be this one.
            command.environment().remove("MOTO_ACCOUNT_ID");
            Moto moto = new Moto(
                    command.redirectErrorStream(true)
                            .redirectOutput(LOG.toFile())
                            .start(),
                    url);
            Runtime.getRuntime().addShutdownHook(new Thread(moto.process::destroyForcibly));
            try {
                moto.await();
                moto.seed();
                return moto;
            } catch (RuntimeException | IOException | InterruptedException e) {
                moto.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException("moto does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while moto was starting", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(url.resolve("/moto-api/data.json"))
                .timeout(PATIENCE)
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(end) && process.isAlive()) {
                try {
                    client.send(question, HttpResponse.BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(100);
                }
            }
        }
        throw new IllegalStateException("moto does not answer; it said:\n" + Files.readString(LOG));
    }

    private void seed() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(PYTHON.toString(), "src/test/moto/seed.py", url.toString());
        // Neither the profile nor the proxy of whoever runs the tests has to do with moto.
        command.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process seed = command.redirectErrorStream(true).start();
        String said = new String(seed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (seed.waitFor() != 0) {
            throw new IllegalStateException("seed.py failed:\n" + said);
        }
        JsonMapper.shared()
                .readTree(said)
                .propertyStream()
                .forEach(account ->
                        accounts.put(account.getKey(), account.getValue().asString()));
    }

    URI url() {
        return url;
    }

    /** The id of an account: {@code management}, {@code log-archive}, {@code prod} or {@code dev}. */
    String account(String name) {
        return Objects.requireNonNull(accounts.get(name), name);
    }

    /** All accounts: name, then id. */
    Map<String, String> accounts() {
        return accounts;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
