package io.plumbline.collect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration adds to how rows are found; each method answers with the same but for one part.
 *
 * @param <C> the AWS client
 * @param <R> a row as the client answers it
 */
record Additions<C, R>(
        List<Detail<C, R, ?>> details,
        BiFunction<R, Place, @Nullable String> arn,
        Function<R, @Nullable String> name,
        Function<R, Map<String, String>> tags,
        @Nullable Function<R, @Nullable String> region,
        Set<String> none,
        Set<String> gone,
        List<String> also) {

    /** Nothing added. */
    static <C, R> Additions<C, R> empty() {
        return new Additions<>(
                List.of(), (row, place) -> null, row -> null, row -> Map.of(), null, Set.of(), Set.of(), List.of());
    }

    Additions<C, R> details(List<Detail<C, R, ?>> changed) {
        return new Additions<>(changed, arn, name, tags, region, none, gone, also);
    }

    Additions<C, R> arn(BiFunction<R, Place, @Nullable String> changed) {
        return new Additions<>(details, changed, name, tags, region, none, gone, also);
    }

    Additions<C, R> name(Function<R, @Nullable String> changed) {
        return new Additions<>(details, arn, changed, tags, region, none, gone, also);
    }

    Additions<C, R> tags(Function<R, Map<String, String>> changed) {
        return new Additions<>(details, arn, name, changed, region, none, gone, also);
    }

    Additions<C, R> region(Function<R, @Nullable String> changed) {
        return new Additions<>(details, arn, name, tags, changed, none, gone, also);
    }

    Additions<C, R> none(Set<String> changed) {
        return new Additions<>(details, arn, name, tags, region, changed, gone, also);
    }

    Additions<C, R> gone(Set<String> changed) {
        return new Additions<>(details, arn, name, tags, region, none, changed, also);
    }

    Additions<C, R> also(List<String> changed) {
        return new Additions<>(details, arn, name, tags, region, none, gone, changed);
    }
}
