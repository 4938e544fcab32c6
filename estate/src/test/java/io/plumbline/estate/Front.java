package io.plumbline.estate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.collect.RecordedAnswer;
import io.plumbline.collect.Recording;
import io.plumbline.collect.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The estate on loopback, counting who asks for what, with answers that can be exchanged for bad ones. */
final class Front implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Recording recording = Estate.recording();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Function<WireRequest, Optional<Bad>> fault;

    /** An answer instead of the recorded one; a negative status cuts the connection. */
    record Bad(int status, String body) {}

    Front(Function<WireRequest, Optional<Bad>> fault) throws IOException {
        this.fault = fault;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    Recording recording() {
        return recording;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often each request came: access key, then what it asked. */
    Map<String, AtomicInteger> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            WireRequest request = WireRequest.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                    header(exchange, "X-Amz-Target"),
                    header(exchange, "Authorization"),
                    exchange.getRequestBody().readAllBytes());
            String key = request.key().region()
                    + ' '
                    + request.key().service()
                    + ' '
                    + request.key().operation();
            asked.computeIfAbsent(
                            request.accessKey().orElse("")
                                    + ' '
                                    + key
                                    + '\n'
                                    + request.key().canonical(),
                            unused -> new AtomicInteger())
                    .incrementAndGet();
            Optional<Bad> bad = fault.apply(request);
            if (bad.isPresent() && bad.get().status() < 0) {
                return;
            }
            Optional<RecordedAnswer> answer = bad.isPresent() ? Optional.empty() : recording.answer(request);
            answer.flatMap(RecordedAnswer::errorType)
                    .ifPresent(type -> exchange.getResponseHeaders().add("x-amzn-ErrorType", type));
            exchange.getResponseHeaders()
                    .add("Content-Type", answer.map(RecordedAnswer::contentType).orElse("text/xml"));
            byte[] body = bad.map(one -> one.body().getBytes(StandardCharsets.UTF_8))
                    .or(() -> answer.map(RecordedAnswer::body))
                    .orElse(new byte[0]);
            exchange.sendResponseHeaders(
                    bad.map(Bad::status)
                            .or(() -> answer.map(RecordedAnswer::status))
                            .orElse(400),
                    body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
