package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Another tool's file, read strictly: a key twice or a value of another kind is an error that names its place.
 *
 * @param place the file and the keys that lead to it, for messages
 */
record ForeignText(String place, JsonNode node) {
    /** @throws BadInput if it is no YAML, or uses aliases, which would stand for what nobody sees */
    static ForeignText yaml(String file, String text) {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        return read(file, "YAML", mapper, text);
    }

    /** @throws BadInput if it is no JSON */
    static ForeignText json(String file, String text) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        return read(file, "JSON", mapper, text);
    }

    private static ForeignText read(String file, String kind, ObjectMapper mapper, String text) {
        try {
            refuseAliases(file, mapper, text);
            return new ForeignText(file, mapper.readTree(text));
        } catch (JacksonException e) {
            throw new BadInput(file + ": this is not " + kind + ": " + e.getOriginalMessage(), e);
        } catch (YamlEngineException e) {
            throw new BadInput(file + ": this is not " + kind + ": " + e.getMessage(), e);
        }
    }

    private static void refuseAliases(String file, ObjectMapper mapper, String text) {
        try (var parser = mapper.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                    throw new BadInput(file
                            + ": aliases (*name) are not used here; write the value out, or put a star in quotes.");
                }
            }
        }
    }

    BadInput wrong(String message) {
        return new BadInput(place + ": " + message);
    }

    /** What is under a key. */
    Optional<ForeignText> get(String key) {
        JsonNode value = object().get(key);
        return value == null || value.isNull()
                ? Optional.empty()
                : Optional.of(new ForeignText(place + "." + key, value));
    }

    /** All of it by key. */
    Map<String, ForeignText> entries() {
        Map<String, ForeignText> entries = new LinkedHashMap<>();
        object().properties()
                .forEach(entry ->
                        entries.put(entry.getKey(), new ForeignText(place + "." + entry.getKey(), entry.getValue())));
        return entries;
    }

    private JsonNode object() {
        if (!node.isObject()) {
            throw wrong("keys with values are expected here.");
        }
        return node;
    }

    /** The texts of a list. */
    List<String> texts() {
        if (!node.isArray()) {
            throw wrong("a list is expected here.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode member : node) {
            if (!member.isValueNode() || member.isNull()) {
                throw wrong("texts are expected here, and one member of the list is something else.");
            }
            texts.add(member.asString());
        }
        return texts;
    }

    /** The texts of a list under a key; none if it is not there. */
    List<String> texts(String key) {
        return get(key).map(ForeignText::texts).orElse(List.of());
    }
}
