package io.plumbline.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A signed request as it stands on the wire, whether the SDK is about to send it or a server of ours received it.
 *
 * @param query parameters of the URL, sorted
 * @param target the header by which AWS's JSON protocols name the operation, or empty
 * @param authorization the signature's header, or empty; only its credential scope is ever read
 */
public record WireRequest(
        String method, String path, Map<String, List<String>> query, String target, String authorization, byte[] body) {
    private static final Pattern SCOPE = Pattern.compile("Credential=([^/,]+)/\\d{8}/([^/,]+)/([^/,]+)/aws4_request");

    static WireRequest of(HttpExecuteRequest request) {
        SdkHttpRequest http = request.httpRequest();
        byte[] body = request.contentStreamProvider()
                .map(provider -> {
                    try (InputStream in = provider.newStream()) {
                        return in.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(new byte[0]);
        return new WireRequest(
                http.method().name(),
                http.encodedPath().isEmpty() ? "/" : http.encodedPath(),
                new TreeMap<>(http.rawQueryParameters()),
                http.firstMatchingHeader("X-Amz-Target").orElse(""),
                http.firstMatchingHeader("Authorization").orElse(""),
                body);
    }

    /** A request that a server received. */
    public static WireRequest of(
            String method, String path, String rawQuery, String target, String authorization, byte[] body) {
        return new WireRequest(method, path, parameters(rawQuery), target, authorization, body);
    }

    /** The access key that signed it, if it was signed. */
    public Optional<String> accessKey() {
        return scope(1);
    }

    /** The same for the same request sent again by this process: cheaper than {@link #key()}, which is the same for everybody. */
    String asked() {
        return method + ' ' + target + ' ' + path + ' ' + query + ' ' + new String(body, StandardCharsets.ISO_8859_1);
    }

    /** What it asks, apart from when and by whom. */
    public RequestKey key() {
        String form = new String(body, StandardCharsets.UTF_8);
        Map<String, List<String>> fields = new TreeMap<>(query);
        Optional<String> action = Optional.empty();
        if (form.startsWith("Action=") || form.contains("&Action=")) {
            fields.putAll(parameters(form));
            action = fields.getOrDefault("Action", List.of()).stream().findFirst();
            form = "";
        }
        String operation = action.orElseGet(
                () -> target.isEmpty() ? restName(fields) : target.substring(target.lastIndexOf('.') + 1));
        return RequestKey.of(scope(2).orElse("none"), scope(3).orElse("none"), operation, method, path, fields, form);
    }

    /** S3 and the like name an operation by method, path and a parameter without a value. */
    private String restName(Map<String, List<String>> fields) {
        StringBuilder name = new StringBuilder(method.toLowerCase(Locale.ROOT));
        long depth = path.chars().filter(letter -> letter == '/').count();
        name.append(
                path.length() > 1 && depth == 1 ? "-" + (path.indexOf("get") == 1 ? path.substring(1) : "item") : "");
        fields.forEach((key, values) -> {
            if (values.isEmpty() || values.stream().allMatch(value -> value == null || value.isEmpty())) {
                name.append('-').append(key);
            }
        });
        return name.toString().replaceAll("[^A-Za-z0-9-]", "_");
    }

    private Optional<String> scope(int group) {
        Matcher matcher = SCOPE.matcher(authorization);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private static Map<String, List<String>> parameters(String encoded) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals));
                parameters
                        .computeIfAbsent(key, unused -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a % that encodes nothing stands for itself
        }
    }
}
