package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 into nodes that remember their lines. Aliases are refused: a few lines of them can mean gigabytes. */
final class Yaml {
    private Yaml() {}

    /**
     * The root of a file with exactly one document.
     *
     * @param file what to call it in messages
     * @throws BadInput if it is no YAML, or uses aliases, or nests too deep
     */
    static Node read(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            Parser events = new GuardedEvents(file, new ParserImpl(settings, new StreamReader(settings, text)));
            return new Composer(settings, events)
                    .getSingleNode()
                    .orElseThrow(() -> new BadInput(file + ": the file is empty."));
        } catch (MarkedYamlEngineException e) {
            throw new BadInput(
                    at(file, e.getProblemMark()) + "this is not YAML: "
                            + (e.getProblem() == null ? e.getContext() : e.getProblem()) + ".",
                    e);
        } catch (YamlEngineException e) {
            throw new BadInput(file + ": this is not YAML: " + e.getMessage(), e);
        }
    }

    /** "file:line: ", the way compilers say it. */
    static String at(String file, Optional<Mark> mark) {
        return mark.map(where -> file + ":" + (where.getLine() + 1) + ": ").orElse(file + ": ");
    }

    static BadInput wrong(String file, Node node, String message) {
        return new BadInput(at(file, node.getStartMark()) + message);
    }

    /** The entries of a mapping by key; a key twice is an error. */
    static Map<String, Node> entries(String file, MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(file, tuple.getKeyNode(), "a key must be text.");
            }
            if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
                throw wrong(file, key, "the key '" + key.getValue() + "' stands here twice.");
            }
        }
        return entries;
    }

    /** What a node is, for messages. */
    static String kind(Node node) {
        return switch (node) {
            case MappingNode mapping -> "keys with values";
            case SequenceNode sequence -> "a list";
            case ScalarNode scalar -> scalar.getTag().equals(Tag.NULL) ? "nothing" : "'" + scalar.getValue() + "'";
            default -> "this";
        };
    }

    /** The node as plain Java: map, list, String, Long, Double, Boolean or null. */
    static @Nullable Object plain(String file, Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                entries(file, mapping).forEach((key, value) -> map.put(key, plain(file, value)));
                yield map;
            }
            case SequenceNode sequence -> {
                List<@Nullable Object> list = new ArrayList<>();
                sequence.getValue().forEach(member -> list.add(plain(file, member)));
                yield list;
            }
            case ScalarNode scalar -> plain(file, scalar);
            default -> throw wrong(file, node, "this kind of YAML is not used here.");
        };
    }

    private static @Nullable Object plain(String file, ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.NULL)) {
                return null;
            } else if (tag.equals(Tag.BOOL)) {
                return Boolean.valueOf(text);
            } else if (tag.equals(Tag.INT)) {
                return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
            } else if (tag.equals(Tag.FLOAT)) {
                return Double.valueOf(text);
            } else if (tag.equals(Tag.STR)) {
                return text;
            }
        } catch (NumberFormatException e) {
            throw wrong(file, scalar, "'" + text + "' is not a number that fits here; put it in quotes if it is text.");
        }
        throw wrong(file, scalar, "the YAML tag " + tag + " is not used here.");
    }
}
