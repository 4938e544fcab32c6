package io.plumbline.estate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.collect.RecordedAnswer;
import io.plumbline.collect.Recording;
import io.plumbline.collect.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays a recording as a server on loopback: what asks it believes that it is asking AWS. */
public final class ReplayServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Recording recording;

    private ReplayServer(Recording recording, HttpServer server) {
        this.recording = recording;
        this.server = server;
    }

    /** Starts one on a free port of 127.0.0.1. */
    public static ReplayServer start(Recording recording) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ReplayServer replay = new ReplayServer(recording, server);
            server.setExecutor(replay.threads);
            server.createContext("/", replay::answer);
            server.start();
            return replay;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port on loopback", e);
        }
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
            Optional<RecordedAnswer> answer = recording.answer(request);
            if (answer.isPresent() && answer.get().silent()) {
                return; // closes the connection, as it was closed when this was recorded
            }
            byte[] body = answer.map(RecordedAnswer::body)
                    .orElseGet(() ->
                            ("<ErrorResponse><Error><Code>NotRecorded</Code><Message>the recording has no answer to "
                                            + request.key().service() + " "
                                            + request.key().operation() + "</Message></Error></ErrorResponse>")
                                    .getBytes(StandardCharsets.UTF_8));
            exchange.getResponseHeaders()
                    .add("Content-Type", answer.map(RecordedAnswer::contentType).orElse("text/xml"));
            answer.flatMap(RecordedAnswer::errorType)
                    .ifPresent(type -> exchange.getResponseHeaders().add("x-amzn-ErrorType", type));
            exchange.sendResponseHeaders(
                    answer.map(RecordedAnswer::status).orElse(400), body.length == 0 ? -1 : body.length);
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
