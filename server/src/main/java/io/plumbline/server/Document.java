package io.plumbline.server;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.plumbline.ledger.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code openapi.yaml}, from which the server takes its operations: what is not in it does not exist. */
final class Document {
    private static final String NAME = "openapi.yaml";
    private static final String JSON = "application/json";

    private final String text;
    private final ObjectNode root;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /** JSON Schema 2020-12, in which the document's components stand to be referred to and say nothing by themselves. */
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("components"))
            .build());

    private Document(String text) {
        this.text = text;
        this.root = (ObjectNode) YAMLMapper.builder().build().readTree(text);
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> add(path.getKey(), method.getKey(), method.getValue())));
    }

    /** The one that the server was built with. */
    static Document packed() {
        try (InputStream in = Objects.requireNonNull(
                Document.class.getClassLoader().getResourceAsStream(NAME), NAME + " is packed with the server")) {
            return new Document(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + NAME, e);
        }
    }

    /** As it stands in the file. */
    String text() {
        return text;
    }

    /** The version of the product that it is of. */
    String version() {
        return root.path("info").path("version").asString();
    }

    /** All operations by their ids, in the document's order. */
    Map<String, Operation> operations() {
        return Collections.unmodifiableMap(operations);
    }

    /** The schema of an operation's answer of a status; empty if it is not JSON. */
    Optional<BodySchema> answer(Operation operation, int status) {
        JsonNode responses = root.path("paths")
                .path(operation.path())
                .path(operation.method().name().toLowerCase(Locale.ROOT))
                .path("responses");
        JsonNode response = responses.has(Integer.toString(status))
                ? responses.path(Integer.toString(status))
                : responses.path("default");
        JsonNode content = resolved(response).path("content");
        return Optional.of(content.has(JSON) ? content.path(JSON) : content.path("application/problem+json"))
                .filter(media -> media.has("schema"))
                .map(media -> schema(media.path("schema")));
    }

    private void add(String path, String method, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        node.path("parameters").forEach(parameter -> parameters.add(parameter(resolved(parameter))));
        JsonNode content = node.path("requestBody").path("content");
        Optional<String> bodyType = content.propertyNames().stream().findFirst();
        int success = node.path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .map(Integer::parseInt)
                .findFirst()
                .orElse(200);
        String id = node.path("operationId").asString();
        operations.put(
                id,
                new Operation(
                        id,
                        Operation.Method.valueOf(method.toUpperCase(Locale.ROOT)),
                        path,
                        node.has("security") && node.path("security").isEmpty(),
                        Role.valueOf(node.path("x-role").asString("viewer").toUpperCase(Locale.ROOT)),
                        node.path("x-scope").asString("").equals("all"),
                        List.copyOf(parameters),
                        node.path("x-more-parameters").asBoolean(false),
                        bodyType,
                        bodyType.filter(JSON::equals)
                                .map(type -> schema(content.path(type).path("schema"))),
                        success));
    }

    private Parameter parameter(JsonNode node) {
        JsonNode schema = resolved(node.path("schema"));
        boolean list = schema.path("type").asString("").equals("array");
        JsonNode one = list ? resolved(schema.path("items")) : schema;
        List<String> words = new ArrayList<>();
        one.path("enum").forEach(word -> words.add(word.asString()));
        return new Parameter(
                node.path("name").asString(),
                node.path("in").asString().equals("path") ? Parameter.Place.PATH : Parameter.Place.QUERY,
                node.path("required").asBoolean(false),
                list,
                kind(one),
                List.copyOf(words),
                text(one, "pattern").map(Pattern::compile),
                number(one, "maxLength").map(Long::intValue),
                number(one, "minimum"),
                number(one, "maximum"),
                text(one, "default"));
    }

    private static Parameter.Kind kind(JsonNode schema) {
        if (schema.path("type").asString("").equals("integer")) {
            return Parameter.Kind.INTEGER;
        }
        return switch (schema.path("format").asString("")) {
            case "date" -> Parameter.Kind.DAY;
            case "date-time" -> Parameter.Kind.MOMENT;
            default -> Parameter.Kind.TEXT;
        };
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asString()) : Optional.empty();
    }

    private static Optional<Long> number(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asLong()) : Optional.empty();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** A schema that stands on the document's components, as JSON Schema 2020-12, which OpenAPI 3.1 uses. */
    private BodySchema schema(JsonNode node) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.set("components", root.path("components"));
        whole.putArray("allOf").add(node);
        return new BodySchema(schemas.getSchema(whole));
    }
}
