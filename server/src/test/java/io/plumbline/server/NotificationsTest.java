package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Role;
import io.plumbline.ledger.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An Admin has changes told to a program, over the API, as long as the server runs. */
class NotificationsTest {
    private static final String SECRET = "s3cr3t-of-the-channel";
    private static final Document DOCUMENT = Document.packed();

    @TempDir
    static Path home;

    private static final BlockingQueue<String> CAME = new LinkedBlockingQueue<>();
    private static final AtomicInteger STATUS = new AtomicInteger(204);
    private static HttpServer receiver;
    private static Ledger ledger;
    private static Center center;
    private static Server server;
    private static HttpClient admin;

    @BeforeAll
    static void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(STATUS.get(), -1);
                CAME.add(body);
            }
        });
        receiver.start();
        ledger = Ledger.at(home);
        center = new Center(
                home,
                ledger,
                Catalog.load(Optional.empty()),
                AwsTypes.load(),
                "test",
                Optional.empty(),
                InstantSource.system());
        server = Server.start(
                center, new ServerSettings("127.0.0.1", 0, java.util.List.of(), false, false, Optional.empty()));
        center.notifyFrom(server.page());
        Instant now = Instant.now();
        ledger.people().first(now);
        Tokens.Made token =
                ledger.tokens().make("test", Role.ADMIN, now.plus(Duration.ofDays(1)), Actor.person("admin"), now);
        admin = new HttpClient(server.url(), Optional.of(token.secret()));
    }

    @AfterAll
    static void stop() {
        server.close();
        center.close();
        ledger.close();
        receiver.stop(0);
    }

    private static JsonNode send(int status, String method, String path, String json) {
        HttpClient.Reply reply = admin.send(method, path, json.isEmpty() ? Optional.empty() : Optional.of(json));
        assertThat(reply.status()).as(method + " " + path + " " + reply.body()).isEqualTo(status);
        return reply.body().isEmpty() ? JsonMapper.shared().createObjectNode() : reply.json();
    }

    private static JsonNode read(String operation, String path) {
        HttpClient.Reply reply = admin.get(path);
        DOCUMENT.answer(DOCUMENT.operations().get(operation), 200).orElseThrow().check(reply.body());
        return reply.json();
    }

    private static String webhook(String secrets) {
        return "{\"kind\": \"webhook\", \"name\": \"hook\", \"settings\": {\"url\": \"http://127.0.0.1:"
                + receiver.getAddress().getPort() + "/\"}, \"secrets\": " + secrets + "}";
    }

    private static void opens(String id) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into finding (id, partition_id, rule, severity, account_id, region, unit, tags, reason,"
                            + " evidence, warnings, state, first_seen, last_seen, assessment, reopened, disposition, comments) values ('"
                            + id
                            + "', 'aws', 'iam-user-mfa-console', 3, '111122223333', 'global', 'user', '{}', 'no second factor',"
                            + " '{}', '[]', 'open', 0, 0, 's1', 0, 'none', 0)");
            statement.execute("insert into finding_event (finding, moment, kind, actor) values ('" + id
                    + "', 1, 'opened', 'scan')");
        }
    }

    @Test
    void a_change_goes_from_the_ledger_to_who_wants_to_be_told() throws Exception {
        assertThat(read("listChannelKinds", "/api/channel-kinds").path("items").size())
                .isEqualTo(10);
        JsonNode channel = send(201, "POST", "/api/channels", webhook("{\"secret\": \"" + SECRET + "\"}"));
        String at = "/api/channels/" + channel.path("id").asString();
        assertThat(channel.toString()).doesNotContain(SECRET).contains("\"secrets\":[\"secret\"]");
        assertThat(read("listChannels", "/api/channels").toString()).doesNotContain(SECRET);

        JsonNode tried = send(200, "POST", at + "/test", "");
        assertThat(tried.path("ok").asBoolean()).as(tried.toString()).isTrue();
        assertThat(CAME.poll(60, TimeUnit.SECONDS)).contains("this is a test");

        String route = "{\"name\": \"all\", \"channel\": \""
                + channel.path("id").asString() + "\", \"leastSeverity\": \"medium\", \"events\": [\"opened\"]}";
        JsonNode added = send(201, "POST", "/api/routes", route);
        assertThat(read("listRoutes", "/api/routes").path("items").size()).isEqualTo(1);

        opens("00000000000000000000000000000001");
        center.notifying().soon();
        assertThat(CAME.poll(60, TimeUnit.SECONDS))
                .contains("00000000000000000000000000000001", server.url() + "/findings?finding=");

        STATUS.set(500);
        opens("00000000000000000000000000000002");
        center.notifying().soon();
        assertThat(CAME.poll(60, TimeUnit.SECONDS)).contains("00000000000000000000000000000002");
        JsonNode failed = until("waiting", "answered 500");
        assertThat(send(200, "POST", at + "/test", "").path("text").asString()).contains("answered 500");
        CAME.poll(60, TimeUnit.SECONDS);
        STATUS.set(204);
        send(200, "POST", "/api/deliveries/" + failed.path("id").asString() + "/retry", "");
        assertThat(CAME.poll(60, TimeUnit.SECONDS)).contains("00000000000000000000000000000002");
        assertThat(read(
                                "listDeliveries",
                                "/api/deliveries?channel=" + channel.path("id").asString())
                        .path("total")
                        .asInt())
                .isEqualTo(2);

        String here = "/api/routes/" + added.path("id").asString();
        assertThat(send(200, "PUT", here, route.replace("\"medium\"", "\"critical\""))
                        .path("leastSeverity")
                        .asString())
                .isEqualTo("critical");
        send(204, "DELETE", here, "");
        send(404, "DELETE", here, "");
        send(204, "DELETE", at, "");
        assertThat(read("listAuditLog", "/api/audit-log?size=100").toString())
                .contains("channel-added", "channel-tested", "route-added", "route-changed", "route-removed")
                .contains("delivery-retried", "channel-removed")
                .doesNotContain(SECRET);
    }

    /** The first delivery in a state whose trouble says this, as soon as there is one. */
    private static JsonNode until(String state, String trouble) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            for (JsonNode one :
                    read("listDeliveries", "/api/deliveries?state=" + state).path("items")) {
                if (one.path("trouble").asString("").contains(trouble)) {
                    return one;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no delivery is " + state + " because of " + trouble + ": "
                + read("listDeliveries", "/api/deliveries"));
    }

    @Test
    void what_is_wrong_is_said() {
        assertThat(send(400, "POST", "/api/channels", webhook("{}"))
                        .path("detail")
                        .asString())
                .contains("'secret' (Signing secret) is missing");
        assertThat(send(400, "POST", "/api/channels", webhook("{\"colour\": \"red\"}"))
                        .path("detail")
                        .asString())
                .contains("no setting 'colour'");
        assertThat(send(400, "POST", "/api/channels", webhook("{}").replace("\"webhook\"", "\"pigeon\""))
                        .path("detail")
                        .asString())
                .contains("no kind of channel 'pigeon'", "slack");
        String jira = "{\"kind\": \"jira\", \"name\": \"j\", \"settings\": {\"url\": \"https://jira.example.com\","
                + " \"project\": \"SEC\", \"issueType\": \"Task\"}, \"secrets\": {\"token\": \"t\"}}";
        JsonNode channel = send(201, "POST", "/api/channels", jira);
        String route =
                "{\"name\": \"all\", \"channel\": \"" + channel.path("id").asString() + "\", \"digestHour\": 8}";
        assertThat(send(400, "POST", "/api/routes", route).path("detail").asString())
                .contains("Jira is told each finding at once");
        assertThat(send(400, "POST", "/api/routes", route.replace("\"digestHour\": 8", "\"frameworks\": [\"cis-9\"]"))
                        .path("detail")
                        .asString())
                .contains("cis-9");
        assertThat(send(400, "POST", "/api/routes", route.replace("\"digestHour\": 8", "\"events\": [\"opened\"]"))
                        .path("detail")
                        .asString())
                .contains("must be told what is resolved");
        String at = "/api/channels/" + channel.path("id").asString();
        assertThat(send(400, "PUT", at, "{\"settings\": {\"url\": \"ftp://jira.example.com\"}}")
                        .path("detail")
                        .asString())
                .contains("'url' (Address) must be a URL");
        assertThat(send(200, "PUT", at, "{\"name\": \"tickets\", \"active\": false}")
                        .path("secrets")
                        .size())
                .isEqualTo(1);
        send(404, "PUT", "/api/channels/channel-x", "{}");
        send(404, "POST", "/api/deliveries/delivery-x/retry", "");
        send(204, "DELETE", at, "");
    }
}
