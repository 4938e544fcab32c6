package io.plumbline.estate;

import com.sun.net.httpserver.HttpExchange;
import io.plumbline.collect.RecordedAnswer;
import io.plumbline.collect.Recording;
import io.plumbline.collect.WireRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The estate on loopback, counting who asks for what, with answers that can be exchanged for bad ones. */
final class Front implements AutoCloseable {
    private final Recording recording = Estate.recording();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Function<WireRequest, Optional<Bad>> fault;
    private final LoopbackServer server;

    /** An answer instead of the recorded one; a negative status cuts the connection. */
    record Bad(int status, String body) {}

    Front(Function<WireRequest, Optional<Bad>> fault) throws IOException {
        this.fault = fault;
        this.server = new LoopbackServer(this::answer);
    }

    Recording recording() {
        return recording;
    }

    String url() {
        return server.url();
    }

    /** How often each request came: access key, then what it asked. */
    Map<String, AtomicInteger> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange, WireRequest request) throws IOException {
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
        if (bad.isPresent()) {
            send(exchange, bad.get());
        } else {
            send(exchange, recording.answer(request));
        }
    }

    private static void send(HttpExchange exchange, Bad bad) throws IOException {
        if (bad.status() >= 0) {
            byte[] body = bad.body().getBytes(StandardCharsets.UTF_8);
            LoopbackServer.send(exchange, bad.status(), "text/xml", Optional.empty(), body);
        }
    }

    private static void send(HttpExchange exchange, Optional<RecordedAnswer> answer) throws IOException {
        LoopbackServer.send(
                exchange,
                answer.map(RecordedAnswer::status).orElse(400),
                answer.map(RecordedAnswer::contentType).orElse("text/xml"),
                answer.flatMap(RecordedAnswer::errorType),
                answer.map(RecordedAnswer::body).orElse(new byte[0]));
    }

    @Override
    public void close() {
        server.close();
    }
}
