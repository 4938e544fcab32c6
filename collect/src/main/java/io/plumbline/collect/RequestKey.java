package io.plumbline.collect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request asks, so that two requests that ask the same have the same key: never headers, never the order of parameters.
 *
 * @param region from the signature's scope
 * @param service from the signature's scope
 * @param canonical the parameters in a fixed order, for people and for the hash
 */
public record RequestKey(String region, String service, String operation, String canonical, String hash) {
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static RequestKey of(
            String region,
            String service,
            String operation,
            String method,
            String path,
            Map<String, List<String>> fields,
            String body) {
        StringBuilder canonical = new StringBuilder(method).append(' ').append(path);
        fields.forEach((key, values) -> values.stream()
                .map(value -> value == null ? "" : value)
                .forEach(value -> canonical.append('\n').append(key).append('=').append(value)));
        if (!body.isEmpty()) {
            canonical.append('\n').append(sorted(body));
        }
        return new RequestKey(
                region,
                service,
                operation,
                canonical.toString(),
                sha256(region + '\n' + service + '\n' + operation + '\n' + canonical)
                        .substring(0, 16));
    }

    private static String sorted(String body) {
        try {
            return SORTED.writeValueAsString(SORTED.readValue(body, Object.class));
        } catch (JacksonException e) {
            return body;
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
