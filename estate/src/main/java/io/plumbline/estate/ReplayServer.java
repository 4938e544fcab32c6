package io.plumbline.estate;

import com.sun.net.httpserver.HttpExchange;
import io.plumbline.collect.RecordedAnswer;
import io.plumbline.collect.Recording;
import io.plumbline.collect.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Plays a recording as a server on loopback: what asks it believes that it is asking AWS. */
public final class ReplayServer implements AutoCloseable {
    private final LoopbackServer server;

    private ReplayServer(LoopbackServer server) {
        this.server = server;
    }

    /** Starts one on a free port of 127.0.0.1. */
    public static ReplayServer start(Recording recording) {
        try {
            return new ReplayServer(
                    new LoopbackServer((exchange, request) -> answer(exchange, request, recording.answer(request))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a port on loopback", e);
        }
    }

    /** Where it listens. */
    public String url() {
        return server.url();
    }

    private static void answer(HttpExchange exchange, WireRequest request, Optional<RecordedAnswer> recorded)
            throws IOException {
        if (recorded.isEmpty()) {
            String said = "<ErrorResponse><Error><Code>NotRecorded</Code><Message>the recording has no answer to "
                    + request.key().service() + " " + request.key().operation() + "</Message></Error></ErrorResponse>";
            LoopbackServer.send(exchange, 400, "text/xml", Optional.empty(), said.getBytes(StandardCharsets.UTF_8));
            return;
        }
        RecordedAnswer answer = recorded.get();
        // What was silence when this was recorded is silence again: nothing is sent, and the connection closes.
        if (!answer.silent()) {
            LoopbackServer.send(exchange, answer.status(), answer.contentType(), answer.errorType(), answer.body());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
