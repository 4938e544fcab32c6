package io.plumbline.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One field that is not what it was.
 *
 * @param field its path; for a list's element, the list's with {@code []}
 * @param before what it was; empty if it was not there
 * @param after what it is; empty if it is no more
 */
public record FieldChange(String field, Optional<String> before, Optional<String> after) {

    /**
     * Compares two structures field by field. Lists are compared as bags: an element is there or not, wherever it stands. Fields that
     * {@linkplain MovingColumns move by themselves} are passed over.
     */
    static List<FieldChange> between(JsonNode before, JsonNode after) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<FieldChange> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            before.propertyNames().forEach(names::add);
            after.propertyNames().forEach(names::add);
            for (String name : names) {
                if (!MovingColumns.moves(name)) {
                    compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name), changes);
                }
            }
        } else if (before.isArray() && after.isArray()) {
            bags(path + "[]", before, after, changes);
        } else if (!nothing(before) || !nothing(after)) {
            changes.add(new FieldChange(path, text(before), text(after)));
        }
    }

    private static void bags(String path, JsonNode before, JsonNode after, List<FieldChange> changes) {
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
            compare(path, gone.getFirst(), come.getFirst(), changes);
        } else {
            gone.forEach(element -> changes.add(new FieldChange(path, text(element), Optional.empty())));
            come.forEach(element -> changes.add(new FieldChange(path, Optional.empty(), text(element))));
        }
    }

    private static boolean nothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainer() && node.isEmpty();
    }

    private static Optional<String> text(JsonNode node) {
        if (nothing(node)) {
            return Optional.empty();
        }
        return Optional.of(node.isString() ? node.asString() : node.toString());
    }
}
