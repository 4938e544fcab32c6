package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping in a YAML file, read strictly: what is wrong is told with file, line and key. */
final class YamlMap {
    private final String file;
    private final Node node;
    private final Map<String, Node> entries;

    private YamlMap(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw Yaml.wrong(file, node, "keys with values are expected here, not " + Yaml.kind(node) + ".");
        }
        this.entries = Yaml.entries(file, mapping);
    }

    /** The file as a mapping that may have these keys only. */
    static YamlMap read(String file, String text, String... known) {
        return new YamlMap(file, Yaml.read(file, text)).only(known);
    }

    /** The file as a list of mappings that may have these keys only. */
    static List<YamlMap> readList(String file, String text, String... known) {
        return members(file, Yaml.read(file, text)).stream()
                .map(member -> new YamlMap(file, member).only(known))
                .toList();
    }

    private YamlMap only(String... known) {
        Set<String> allowed = Set.of(known);
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw Yaml.wrong(file, value, "unknown key '" + key + "'. " + Nearest.hint(key, allowed));
            }
        });
        return this;
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    BadInput wrong(String message) {
        return Yaml.wrong(file, node, message);
    }

    BadInput wrong(String key, String message) {
        return Yaml.wrong(file, entries.getOrDefault(key, node), "'" + key + "' " + message);
    }

    private Node required(String key) {
        Node value = entries.get(key);
        if (value == null) {
            throw wrong("the key '" + key + "' is missing.");
        }
        return value;
    }

    private Optional<Node> optional(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    String text(String key) {
        String text = text(key, required(key));
        if (text.isBlank()) {
            throw wrong(key, "is empty.");
        }
        return text;
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    private String text(String key, Node value) {
        if (value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
            return scalar.getValue().strip();
        }
        throw wrong(key, "must be text, not " + Yaml.kind(value) + "; put it in quotes.");
    }

    /** Whether one word or sentence stands there, and not a list or more keys. */
    boolean isText(String key) {
        return entries.get(key) instanceof ScalarNode;
    }

    boolean truth(String key) {
        return truth(key, required(key));
    }

    boolean truth(String key, boolean standard) {
        return optional(key).map(value -> truth(key, value)).orElse(standard);
    }

    private boolean truth(String key, Node value) {
        if (Yaml.plain(file, value) instanceof Boolean truth) {
            return truth;
        }
        throw wrong(key, "must be true or false, not " + Yaml.kind(value) + ".");
    }

    long number(String key) {
        if (Yaml.plain(file, required(key)) instanceof Long number) {
            return number;
        }
        throw wrong(key, "must be a whole number, not " + Yaml.kind(required(key)) + ".");
    }

    /** One of the constants of an enum, in lower case. */
    <E extends Enum<E>> E word(String key, Class<E> type) {
        return word(key, type, false);
    }

    /** One of the constants of an enum, in capitals. */
    <E extends Enum<E>> E capitals(String key, Class<E> type) {
        return word(key, type, true);
    }

    private <E extends Enum<E>> E word(String key, Class<E> type, boolean upper) {
        String word = scalar(required(key)).orElseThrow(() -> wrong(key, "must be one word."));
        List<String> words = Stream.of(type.getEnumConstants())
                .map(constant -> upper ? constant.name() : constant.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(word)) {
            throw wrong(key, "is '" + word + "', but must be one of " + String.join(", ", words) + ".");
        }
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    /** A list of texts; numbers are taken as they are written, so account ids need no quotes. None if the key is not there. */
    List<String> texts(String key) {
        return optional(key).map(value -> texts(key, value)).orElse(List.of());
    }

    private List<String> texts(String key, Node value) {
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(member -> scalar(member).orElseThrow(() -> wrong(key, "must be a list of texts.")))
                    .toList();
        }
        throw wrong(key, "must be a list of texts, not " + Yaml.kind(value) + ".");
    }

    /** One text or a list of them. */
    List<String> oneOrMore(String key) {
        return optional(key)
                .map(value -> scalar(value).map(List::of).orElseGet(() -> texts(key, value)))
                .orElse(List.of());
    }

    private Optional<String> scalar(Node value) {
        return value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? Optional.of(scalar.getValue().strip())
                : Optional.empty();
    }

    Optional<YamlMap> map(String key, String... known) {
        return anyMap(key).map(map -> map.only(known));
    }

    /** A mapping whose keys are names that somebody chose. */
    Optional<YamlMap> anyMap(String key) {
        return optional(key).map(value -> new YamlMap(file, value));
    }

    /** The mappings under the keys of this one, whatever they are called. */
    Map<String, YamlMap> maps(String... known) {
        Map<String, YamlMap> maps = new LinkedHashMap<>();
        entries.forEach((key, value) -> maps.put(key, new YamlMap(file, value).only(known)));
        return maps;
    }

    List<YamlMap> list(String key, String... known) {
        return optional(key).map(value -> members(file, value)).orElse(List.of()).stream()
                .map(member -> new YamlMap(file, member).only(known))
                .toList();
    }

    /** Mappings with whatever keys. */
    List<YamlMap> anyList(String key) {
        return optional(key).map(value -> members(file, value)).orElse(List.of()).stream()
                .map(member -> new YamlMap(file, member))
                .toList();
    }

    private static List<Node> members(String file, Node value) {
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw Yaml.wrong(file, value, "a list is expected here, not " + Yaml.kind(value) + ".");
    }

    /** The value as plain Java. */
    @Nullable
    Object plain(String key) {
        return Yaml.plain(file, required(key));
    }

    /** All of it as plain Java. */
    Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        entries.forEach((key, value) -> map.put(key, Yaml.plain(file, value)));
        return map;
    }

    /** A moment such as 2026-06-30T12:00:00Z; a date is its first moment in UTC. */
    Instant moment(String key) {
        return Moments.start(text(key)).orElseThrow(() -> noMoment(key));
    }

    /** The first moment after what is written: a date means until that day, UTC, is over. */
    Instant end(String key) {
        return Moments.end(text(key)).orElseThrow(() -> noMoment(key));
    }

    private BadInput noMoment(String key) {
        return wrong(
                key,
                "is '" + text(key)
                        + "', but must be a date such as 2026-06-30 or a time such as 2026-06-30T12:00:00Z.");
    }

    /** Refuses words that are not known, naming the nearest. */
    void known(String key, Collection<String> words, Collection<String> known, String what) {
        for (String word : words) {
            if (!known.contains(word)) {
                throw wrong(
                        key,
                        "names the " + what + " '" + word + "', which does not exist. " + Nearest.hint(word, known));
            }
        }
    }

    @Override
    public String toString() {
        return entries.keySet().stream().collect(Collectors.joining(", ", file + " {", "}"));
    }
}
