package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prowler's tags, {@code key=value} or several of one key with {@code |} between them, as ours. */
final class MutedTags {
    private MutedTags() {}

    /**
     * Values by key; none if tags do not matter.
     *
     * @throws BadInput if they cannot be said so
     */
    static Map<String, List<String>> tags(List<String> items) {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        for (String item : items) {
            if (MutelistImport.any(item)) {
                continue;
            }
            Map<String, List<String>> one = new LinkedHashMap<>();
            for (String pair : item.split("\\|", -1)) {
                String[] parts = literal(item, pair.strip()).split("=", 2);
                if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                    throw new BadInput("its tag " + item + " is not key=value.");
                }
                one.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1]);
            }
            if (one.size() > 1) {
                throw new BadInput("its tag " + item
                        + " is one of several keys, and ours asks for all of them. Make an entry of each.");
            }
            one.forEach((key, values) -> {
                if (tags.putIfAbsent(key, values) != null) {
                    throw new BadInput(
                            "it asks for the tag " + key + " twice. Put the values into one, with | between them.");
                }
            });
        }
        return tags;
    }

    private static String literal(String item, String pair) {
        return NamePattern.of(pair)
                .flatMap(NamePattern::literal)
                .orElseThrow(
                        () -> new BadInput("its tag " + item + " is a pattern, and ours are values. Write them out."));
    }
}
