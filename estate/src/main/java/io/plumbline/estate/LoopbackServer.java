package io.plumbline.estate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.collect.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Something on loopback that is asked as AWS is asked. It listens from its making on. */
public final class LoopbackServer implements AutoCloseable {
    /** Connections that may wait to be taken: a scan opens many at once. */
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Answers requests, several at a time. One that sends nothing closes the connection without a word. */
    @FunctionalInterface
    public interface Handler {
        void answer(HttpExchange exchange, WireRequest request) throws IOException;
    }

    /** One on a port that is free. */
    public LoopbackServer(Handler handler) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.answer(exchange, request(exchange));
            }
        });
        server.start();
    }

    private static WireRequest request(HttpExchange exchange) throws IOException {
        return WireRequest.of(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                header(exchange, "X-Amz-Target"),
                header(exchange, "Authorization"),
                exchange.getRequestBody().readAllBytes());
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Sends an answer.
     *
     * @param errorType the header by which some services name an error
     */
    public static void send(
            HttpExchange exchange, int status, String contentType, Optional<String> errorType, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", contentType);
        errorType.ifPresent(type -> exchange.getResponseHeaders().add("x-amzn-ErrorType", type));
        send(exchange, status, body);
    }

    /** Sends an answer whose headers are set. */
    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
