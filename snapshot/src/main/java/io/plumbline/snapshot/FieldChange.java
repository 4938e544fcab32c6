package io.plumbline.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of an asset that is another than before.
 *
 * @param field the column and below it the names of the structure's parts, such as {@code tags.Owner}; for a list's element, the list's
 *     with {@code []}. An element is in a list or not, wherever it stands: AWS promises no order
 * @param before null in JSON if there was none
 * @param after null in JSON if there is none
 */
public record FieldChange(String field, JsonNode before, JsonNode after) {
    private static final String TAGS = "tags";
    private static final Set<String> TAG_LISTS = Set.of("aws_tags", "tag_list", "tag_set", "tags_list");

    /** The fields in which two rows of a table differ, those left out that {@linkplain MovingFields move by themselves}. */
    public static List<FieldChange> between(JsonNode before, JsonNode after, Set<String> columns) {
        List<FieldChange> changes = new ArrayList<>();
        boolean tagged = !before.path(TAGS).equals(after.path(TAGS));
        for (String column : columns) {
            // AWS's own list says the same as the map of tags.
            boolean again = tagged && TAG_LISTS.contains(column);
            if (!MovingFields.moves(column) && !again) {
                compare(column, still(column, before.path(column)), still(column, after.path(column)), changes);
            }
        }
        return changes;
    }

    private static void compare(String field, JsonNode before, JsonNode after, List<FieldChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(field + "." + name, value(before, name), value(after, name), changes));
        } else if (before.isArray() && after.isArray()) {
            elements(field + "[]", before, after, changes);
        } else {
            changes.add(new FieldChange(field, before, after));
        }
    }

    /** One element for another is a change inside of it; what else is there more or less often came or went. */
    private static void elements(String field, JsonNode before, JsonNode after, List<FieldChange> changes) {
        List<JsonNode> gone = new ArrayList<>();
        before.forEach(gone::add);
        List<JsonNode> come = new ArrayList<>();
        for (JsonNode element : after) {
            if (!gone.remove(element)) {
                come.add(element);
            }
        }
        if (gone.size() == 1
                && come.size() == 1
                && gone.getFirst().isObject()
                && come.getFirst().isObject()) {
            compare(field, gone.getFirst(), come.getFirst(), changes);
        } else {
            gone.forEach(element -> changes.add(new FieldChange(field, element, NullNode.getInstance())));
            come.forEach(element -> changes.add(new FieldChange(field, NullNode.getInstance(), element)));
        }
    }

    private static JsonNode value(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    /** The same value without what moves by itself; what is null is not there. */
    private static JsonNode still(String column, JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(part -> {
                if (!part.getValue().isNull() && (column.equals(TAGS) || !MovingFields.moves(part.getKey()))) {
                    object.set(part.getKey(), still(column, part.getValue()));
                }
            });
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(still(column, element)));
            return array;
        }
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }
}
