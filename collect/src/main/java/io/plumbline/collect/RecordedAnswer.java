package io.plumbline.collect;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * One answer of a recording, as it stands in its file: what was asked, and what was answered, either as JSON or as lines of text.
 *
 * @param account whose credentials signed the request
 * @param asked the request's parameters, for people
 * @param hash what requests that ask the same have in common
 * @param status of HTTP, or 0 where the connection broke before there was one; the body then says how
 * @param errorCode the header by which some services name an error, or empty
 * @param order which of the answers to equal requests this is, from 0
 */
public record RecordedAnswer(
        String account,
        String region,
        String service,
        String operation,
        List<String> asked,
        String hash,
        int order,
        int status,
        String contentType,
        String errorCode,
        JsonNode json,
        List<String> lines) {

    public RecordedAnswer {
        // A damaged file may lack any of these.
        requireNonNull(account, "account");
        requireNonNull(region, "region");
        requireNonNull(service, "service");
        requireNonNull(operation, "operation");
        asked = List.copyOf(requireNonNull(asked, "asked"));
        requireNonNull(hash, "hash");
        requireNonNull(contentType, "contentType");
        requireNonNull(errorCode, "errorCode");
        requireNonNull(json, "json");
        lines = List.copyOf(requireNonNull(lines, "lines"));
    }

    static RecordedAnswer of(String account, RequestKey key, int order, WireAnswer answer, Redactor redactor) {
        String text = redactor.redact(new String(answer.body(), StandardCharsets.UTF_8));
        JsonNode tree = answer.contentType().contains("json") ? parse(text) : NullNode.getInstance();
        return new RecordedAnswer(
                account,
                key.region(),
                key.service(),
                key.operation(),
                Arrays.asList(redactor.redact(key.canonical()).split("\n", -1)),
                key.hash(),
                order,
                answer.status(),
                answer.contentType(),
                answer.head().firstMatchingHeader("x-amzn-ErrorType").orElse(""),
                tree,
                tree.isNull() ? Arrays.asList(text.split("\n", -1)) : List.of());
    }

    private static JsonNode parse(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return NullNode.getInstance();
        }
    }

    /** The body as it is sent. */
    public byte[] body() {
        String text =
                json.isNull() ? String.join("\n", lines) : JsonMapper.shared().writeValueAsString(json);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the connection broke before there was an answer. */
    public boolean silent() {
        return status == WireAnswer.SILENCE;
    }

    /** The header by which some services name an error. */
    public java.util.Optional<String> errorType() {
        return java.util.Optional.of(errorCode).filter(code -> !code.isEmpty());
    }

    WireAnswer toWire() {
        return WireAnswer.of(status, contentType, errorCode, body());
    }
}
