package io.plumbline.cli;

import com.sun.net.httpserver.HttpExchange;
import io.plumbline.collect.WireRequest;
import io.plumbline.estate.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Real HTTP on loopback between Plumbline and moto: hands requests on, spoils those that a rule names, and counts what was
 * answered. It also answers what moto does not have, so that an untroubled scan reads everything.
 */
final class FaultProxy implements AutoCloseable {
    private static final Pattern ROLE = Pattern.compile("::(\\d{12}):role/");
    private static final Pattern ACCESS_KEY = Pattern.compile("<AccessKeyId>([^<]+)<");
    /** Headers of one connection, which the JDK's client and server set themselves. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "host", "transfer-encoding", "expect", "upgrade", "date");

    /** moto 5.2.5 knows only the alternate contacts of the service Account (its account/urls.py). */
    private static final Reply.Answer CONTACT = new Reply.Answer(
            200,
            "application/json",
            "",
            "{\"ContactInformation\":{\"FullName\":\"Head Office\",\"AddressLine1\":\"1 Plumb Street\",\"City\":\"Leeds\","
                    + "\"PostalCode\":\"LS1 1AA\",\"CountryCode\":\"GB\",\"PhoneNumber\":\"+441130000000\"}}");

    private final URI moto;
    private final List<Fault.Rule> rules;
    private final String management;
    private final LoopbackServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> accountOfKey = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    private FaultProxy(Moto moto, List<Fault.Rule> rules) throws IOException {
        this.moto = moto.url();
        this.management = moto.account("management");
        this.rules = rules;
        this.server = new LoopbackServer(this::answer);
    }

    /** The first rule that matches decides. */
    static FaultProxy before(Moto moto, Fault.Rule... rules) throws IOException {
        return new FaultProxy(moto, List.of(rules));
    }

    String url() {
        return server.url();
    }

    /** How many requests were handed on and answered. */
    int answered() {
        return answered.get();
    }

    /** Waits until no request is under way: whoever asked may be dead, and moto still at it. */
    void awaitQuiet() throws InterruptedException {
        while (underWay.get() > 0) {
            Thread.sleep(5);
        }
    }

    private void answer(HttpExchange exchange, WireRequest request) throws IOException {
        underWay.incrementAndGet();
        try {
            Asked asked = new Asked(
                    accountOfKey.getOrDefault(request.accessKey().orElse(""), management),
                    request.key().region(),
                    request.key().service(),
                    request.key().operation(),
                    request);
            switch (reply(asked)) {
                case Reply.Honest honest -> send(exchange, handOn(exchange, asked), false);
                case Reply.Half half -> send(exchange, handOn(exchange, asked), true);
                case Reply.Answer own ->
                    LoopbackServer.send(
                            exchange,
                            own.status(),
                            own.contentType(),
                            Optional.of(own.errorType()).filter(type -> !type.isEmpty()),
                            own.body().getBytes(StandardCharsets.UTF_8));
                case Reply.Cut cut -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private Reply reply(Asked asked) throws InterruptedException {
        int before = times.computeIfAbsent(asked.identity(), unused -> new AtomicInteger())
                .getAndIncrement();
        for (Fault.Rule rule : rules) {
            if (rule.where().test(asked)) {
                Reply reply = rule.fault().reply(asked, before);
                if (!(reply instanceof Reply.Honest)) {
                    return reply;
                }
            }
        }
        return asked.operation().equals("post-getContactInformation") ? CONTACT : new Reply.Honest();
    }

    private HttpResponse<byte[]> handOn(HttpExchange exchange, Asked asked) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        moto.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(asked.request().body()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (asked.operation().equals("AssumeRole")) {
            Matcher key = ACCESS_KEY.matcher(new String(response.body(), StandardCharsets.UTF_8));
            Matcher role = ROLE.matcher(asked.request().key().canonical());
            if (key.find() && role.find()) {
                accountOfKey.put(key.group(1), role.group(1));
            }
        }
        answered.incrementAndGet();
        return response;
    }

    private static void send(HttpExchange exchange, HttpResponse<byte[]> response, boolean half) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        byte[] body = response.body();
        if (half) {
            exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
        } else {
            LoopbackServer.send(exchange, response.statusCode(), body);
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
