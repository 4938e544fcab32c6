package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.ChannelChange;
import io.plumbline.ledger.Delivery;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.RouteFilter;
import io.plumbline.ledger.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A scan without a server tells those who want to know. */
class NoticesTest {
    private static final String RECORDING = "../estate/src/main/resources/io/plumbline/estate/recording";
    private static final Actor ADMIN = Actor.person("admin");

    @TempDir
    private Path folder;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private HttpServer webhook;

    @BeforeEach
    void listen() throws IOException {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            received.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.start();
    }

    @AfterEach
    void end() {
        webhook.stop(0);
    }

    private Path home() {
        return folder.resolve("home");
    }

    /** A route of everything to a webhook at this port; the id of its channel. */
    private String routed(int port) {
        try (Ledger ledger = Ledger.at(home())) {
            Instant now = Instant.now();
            String channel = ledger.channels(Vault.at(home()))
                    .add(
                            "webhook",
                            "ours",
                            settings(port),
                            Map.of("secret", "a long and random secret"),
                            true,
                            ADMIN,
                            now)
                    .id();
            ledger.routes().add("everything", channel, RouteFilter.ALL, Optional.empty(), true, ADMIN, now);
            return channel;
        }
    }

    private static Map<String, String> settings(int port) {
        return Map.of("url", "http://127.0.0.1:" + port + "/", "allowHttp", "true");
    }

    private String scan() {
        CommandRun run = CommandRun.of(
                home(),
                folder.resolve("reports"),
                List.of(
                        "scan",
                        "--replay",
                        RECORDING,
                        "--rules",
                        "sg-no-public-ssh",
                        "--page",
                        "https://center.example/"));
        assertThat(run.code()).as(run.err()).isZero();
        return run.err();
    }

    @Test
    void a_scan_sends_what_it_found_once() {
        routed(webhook.getAddress().getPort());
        assertThat(scan()).contains("Notifications: 1 sent").doesNotContain("failed");
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().path("findings").valueStream())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.path("link").asString()).startsWith("https://center.example/findings"));
        assertThat(scan()).contains("Notifications: 0 sent");
        assertThat(received).hasSize(1);
    }

    @Test
    void what_cannot_be_sent_is_said_and_no_trouble_of_the_scan() throws IOException {
        String channel = routed(1);
        assertThat(scan()).contains("Notifications: 0 sent, 1 failed", "Settings");
        try (Ledger ledger = Ledger.at(home())) {
            Delivery delivery = ledger.deliveries()
                    .page(Set.of(), Optional.of(channel), Paging.FIRST)
                    .items()
                    .getFirst();
            ledger.channels(Vault.at(home()))
                    .change(
                            channel,
                            new ChannelChange(
                                    Optional.empty(),
                                    Optional.of(settings(webhook.getAddress().getPort())),
                                    Map.of(),
                                    Optional.empty()),
                            ADMIN,
                            Instant.now());
            ledger.deliveries().retry(delivery.id(), ADMIN, Instant.now());
        }
        assertThat(scan()).contains("Notifications: 1 sent");
        assertThat(received).hasSize(1);
    }

    @Test
    void without_a_route_nothing_is_said() {
        assertThat(scan()).doesNotContain("Notifications");
    }
}
