package io.plumbline.aws;

import java.util.List;
import java.util.Map;

/** A tag of a resource whose API answers with a map. */
record TagEntry(String key, String value) {
    static List<TagEntry> all(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new TagEntry(tag.getKey(), tag.getValue()))
                .toList();
    }
}
