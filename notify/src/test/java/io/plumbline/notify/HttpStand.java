package io.plumbline.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that is spoken to by HTTP; what it answers is said by a function of the request. */
final class HttpStand implements Stand {
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final Function<Request, Answer> answers;
    private final Function<String, Map<String, String>> settings;
    private final Function<String, Map<String, String>> secrets;

    /** A request as it came. */
    record Request(String method, String path, Map<String, String> headers, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        boolean is(String verb, String beginning) {
            return method.equals(verb) && path.startsWith(beginning);
        }
    }

    /** What it says. */
    record Answer(int status, String body, Map<String, String> headers) {
        static Answer ok(String body) {
            return new Answer(200, body, Map.of());
        }

        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }
    }

    /**
     * Starts one.
     *
     * @param settings by its URL, without a slash at the end
     */
    HttpStand(
            Function<Request, Answer> answers,
            Function<String, Map<String, String>> settings,
            Function<String, Map<String, String>> secrets) {
        this.answers = answers;
        this.settings = settings;
        this.secrets = secrets;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                                    entry -> entry.getValue().getFirst())),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            Answer answer = refusing.get()
                    ? Answer.of(403, "{\"message\": \"you may not\", \"inside\": \"" + SECRET + "\"}")
                    : answers.apply(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    Request last() {
        return requests.getLast();
    }

    @Override
    public Map<String, String> settings() {
        return settings.apply(url());
    }

    @Override
    public Map<String, String> secrets() {
        return secrets.apply(url());
    }

    @Override
    public List<String> seen() {
        return requests.stream()
                .map(request -> request.method() + " " + request.path() + " " + readable(request))
                .toList();
    }

    private static String readable(Request request) {
        return request.header("Content-Type").startsWith("application/x-www-form-urlencoded")
                ? URLDecoder.decode(request.body(), StandardCharsets.UTF_8)
                : request.body();
    }

    @Override
    public void refuse() {
        refusing.set(true);
    }

    void takeAgain() {
        refusing.set(false);
    }

    @Override
    public Wires wires() {
        return TestWires.at(() -> Instant.parse("2026-06-02T08:00:00Z"), Optional.empty());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
