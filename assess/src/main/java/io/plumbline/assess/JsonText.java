package io.plumbline.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON between macros and Java parts. */
final class JsonText {
    private JsonText() {}

    static String of(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    static JsonNode node(String json) {
        return JsonMapper.shared().readTree(json);
    }

    /** The texts of a list; null members are left out. */
    static List<String> texts(String json) {
        return texts(node(json));
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(member -> {
            if (member.isString()) {
                texts.add(member.stringValue());
            }
        });
        return List.copyOf(texts);
    }

    static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    static Optional<Integer> number(JsonNode node) {
        return node.isInt() ? Optional.of(node.intValue()) : Optional.empty();
    }
}
