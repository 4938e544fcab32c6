package io.plumbline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP to the server under test. */
final class HttpClient {
    private final java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
    private final String url;
    private final Map<String, String> headers = new HashMap<>();

    HttpClient(String url, Optional<String> token) {
        this.url = url;
        token.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
    }

    /** What came back. */
    record Reply(int status, String body, Map<String, java.util.List<String>> headers) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String header(String name) {
            return headers.getOrDefault(name, java.util.List.of("")).getFirst();
        }
    }

    HttpClient with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Reply get(String path) {
        return send("GET", path, Optional.empty());
    }

    /** A file. */
    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::setHeader);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A file that is made of a body. */
    HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::setHeader);
        request.setHeader("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    Reply send(String method, String path, Optional<String> json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(request::setHeader);
        json.ifPresent(body -> request.setHeader("Content-Type", "application/json"));
        request.method(
                method, json.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    answer.statusCode(), answer.body(), answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
