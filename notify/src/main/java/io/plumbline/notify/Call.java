package io.plumbline.notify;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request over HTTP.
 *
 * @param headers may hold secrets
 * @param plain whether it may go without TLS to another machine
 */
record Call(String method, URI to, Map<String, String> headers, Optional<String> body, boolean plain) {
    Call {
        headers = Map.copyOf(headers);
    }

    static Call get(String url) {
        return new Call("GET", URI.create(url), Map.of(), Optional.empty(), false);
    }

    /** Sends something as JSON. */
    static Call json(String method, String url, Object body) {
        return text(method, url, JsonMapper.shared().writeValueAsString(body));
    }

    /** Sends JSON that is text already. */
    static Call text(String method, String url, String json) {
        return new Call(
                method,
                URI.create(url),
                Map.of("Content-Type", "application/json; charset=utf-8"),
                Optional.of(json),
                false);
    }

    Call with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, to, more, body, plain);
    }

    Call basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    Call bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same, over plain HTTP if that is said. */
    Call plain(boolean allowed) {
        return new Call(method, to, headers, body, allowed);
    }

    /** A text as it stands in a query or a path. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without headers and path, which may hold secrets. */
    @Override
    public String toString() {
        return "Call[" + method + " " + to.getHost() + "]";
    }
}
