package io.plumbline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A browser with a cookie jar that goes where it is led one step at a time, so that a test can look at each. */
final class Browser {
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI site;

    Browser(String site) {
        this.site = URI.create(site + "/");
    }

    /** What came back. */
    record Reply(URI asked, int status, String body, Map<String, java.util.List<String>> headers) {
        /** Where it leads to. */
        URI to() {
            return asked.resolve(headers.get("location").getFirst());
        }

        String cookies() {
            return String.join("\n", headers.getOrDefault("set-cookie", java.util.List.of()));
        }

        tools.jackson.databind.JsonNode json() {
            return tools.jackson.databind.json.JsonMapper.shared().readTree(body);
        }
    }

    Reply get(String address) {
        return get(address, "application/json");
    }

    Reply get(String address, String accept) {
        return send(HttpRequest.newBuilder(site.resolve(address)).header("Accept", accept));
    }

    Reply delete(String address, String csrf) {
        return send(HttpRequest.newBuilder(site.resolve(address)).DELETE().header(Gate.CSRF, csrf));
    }

    /** Begins to sign in and goes to the provider, which leads back to the address that is answered; it was not gone to yet. */
    URI comeBack(String to) {
        return get(begin(to).toString()).to();
    }

    /** Where the provider is to be asked. */
    URI begin(String to) {
        return get("/api/session/oidc?to=" + to).to();
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
            return new Reply(asked.uri(), answer.statusCode(), answer.body(), answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
