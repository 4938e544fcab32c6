package io.plumbline.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Empties members that hold secrets below the first level of an answer, before it becomes a row. {@code Shape.without} leaves out whole
 * columns only; what surrounds these members is wanted.
 */
final class NestedSecrets {
    private NestedSecrets() {}

    /**
     * The same value with the member emptied that the path leads to, in every element of the lists and maps on the way.
     *
     * @param path names of members as the API's model has them, such as {@code RadiusSettings}, {@code SharedSecret}
     */
    @SuppressWarnings("unchecked")
    static <T extends SdkPojo> T emptied(T value, String... path) {
        return (T) emptied((Object) value, List.of(path));
    }

    private static Object emptied(Object value, List<String> path) {
        return switch (value) {
            case List<?> list
            when !list.isEmpty() ->
                list.stream().map(element -> emptied((Object) element, path)).toList();
            case Map<?, ?> map
            when !map.isEmpty() -> {
                Map<Object, Object> copy = new HashMap<>();
                map.forEach((key, element) -> copy.put(key, emptied((Object) element, path)));
                yield copy;
            }
            case ToCopyableBuilder<?, ?> copyable when value instanceof SdkPojo pojo -> member(copyable, pojo, path);
            default -> value;
        };
    }

    private static Object member(ToCopyableBuilder<?, ?> copyable, SdkPojo pojo, List<String> path) {
        CopyableBuilder<?, ?> builder = copyable.toBuilder();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object member = field.getValueOrDefault(pojo);
            if (field.memberName().equals(path.getFirst()) && member != null) {
                set(field, builder, path.size() == 1 ? null : emptied(member, path.subList(1, path.size())));
            }
        }
        return builder.build();
    }

    @SuppressWarnings("NullAway") // A setter of the SDK takes null: it is how a member is taken out.
    private static void set(SdkField<?> field, Object builder, @Nullable Object value) {
        field.set(builder, value);
    }
}
