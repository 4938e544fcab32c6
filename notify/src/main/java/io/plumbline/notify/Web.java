package io.plumbline.notify;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Speaks HTTP to what an Admin named. It goes only where {@link Addresses} lets it, follows no redirect, waits and reads a limited while,
 * and of an answer that is no success tells only what such systems say of errors: so nobody reads through it what this machine can reach
 * and they cannot.
 */
final class Web implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST = 200;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_ ]{2,60}");
    private static final List<String> SAID =
            List.of("/message", "/error/message", "/error/detail", "/error", "/errorMessages/0", "/detail", "/title");

    private final HttpClient client;
    private final Duration patience;

    Web(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.dividedBy(2))
                .build();
    }

    /**
     * Sends a request.
     *
     * @throws ChannelTrouble if nobody answered, or with anything but a success
     */
    Reply send(Call call) {
        Addresses.check(call.to(), call.plain());
        HttpRequest.Builder request = HttpRequest.newBuilder(call.to())
                .timeout(patience)
                .header("User-Agent", "plumbline")
                .method(
                        call.method(),
                        call.body()
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        call.headers().forEach(request::setHeader);
        Reply reply = exchange(call, request.build());
        if (reply.status() < 200 || reply.status() > 299) {
            throw ChannelTrouble.refused(
                    call.to().getHost() + " answered " + reply.status()
                            + said(reply).map(text -> ", \"" + text + "\"").orElse("") + ". " + advice(reply.status()),
                    reply.status());
        }
        return reply;
    }

    private Reply exchange(Call call, HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Reply(answer.statusCode(), new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw ChannelTrouble.unreachable(call.to().getHost() + " cannot be reached: "
                    + Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName())
                    + ". See that the address is right and that this machine may go there.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChannelTrouble.unreachable("The program ended meanwhile.");
        }
    }

    /** What it says of itself, in the places where such systems say it. */
    private static Optional<String> said(Reply reply) {
        List<String> said = new ArrayList<>();
        JsonNode json = reply.json();
        SAID.forEach(
                place -> said.add(json.at(place).isString() ? json.at(place).asString() : ""));
        json.at("/errors").forEach(one -> said.add(one.isString() ? one.asString() : ""));
        said.add(WORD.matcher(reply.body().strip()).matches() ? reply.body().strip() : "");
        return said.stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> Texts.shortened(text.replaceAll("\\s+", " "), LONGEST));
    }

    private static String advice(int status) {
        return switch (status / 100) {
            case 3 -> "Redirects are not followed: give the address that it leads to.";
            case 4 ->
                switch (status) {
                    case 401, 403 -> "See that name, password or token are right and may do this.";
                    case 404, 410 -> "See that the address and what it names are right.";
                    case 429 -> "It is asked too often; this is tried again later.";
                    default -> "See that the channel's settings are right.";
                };
            default -> "It is in trouble itself; this is tried again later.";
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
