package io.plumbline.aws;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What many types do with tags. */
final class Tags {
    private Tags() {}

    /** The value of the tag {@code Name}, by which EC2's resources are called. */
    static <T> @Nullable String name(List<T> tags, Function<T, String> key, Function<T, String> value) {
        return tags.stream()
                .filter(tag -> key.apply(tag).equals("Name"))
                .map(value)
                .findFirst()
                .orElse(null);
    }
}
