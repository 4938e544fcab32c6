package io.plumbline.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Lists for which the SDK has no paginator: page after page until AWS gives no token, and no page before it is wanted. */
final class TokenPages {
    private TokenPages() {}

    /**
     * All pages.
     *
     * @param ask asks for the page that a token names, for the first one without
     * @param next the token of the page after; none or an empty one after the last
     */
    static <P> Iterable<P> pages(Function<@Nullable String, P> ask, Function<P, @Nullable String> next) {
        return () -> Stream.iterate(
                        Optional.of(ask.apply(null)),
                        Optional::isPresent,
                        page -> page.map(next).filter(token -> !token.isEmpty()).map(ask))
                .flatMap(Optional::stream)
                .iterator();
    }

    /** The rows of all pages. */
    static <P, R> Iterable<R> of(
            Function<@Nullable String, P> ask, Function<P, @Nullable String> next, Function<P, List<R>> rows) {
        return () -> StreamSupport.stream(pages(ask, next).spliterator(), false)
                .flatMap(page -> rows.apply(page).stream())
                .iterator();
    }

    /** The same as a list, for a detail. */
    static <P, R> List<R> list(
            Function<@Nullable String, P> ask, Function<P, @Nullable String> next, Function<P, List<R>> rows) {
        return StreamSupport.stream(of(ask, next, rows).spliterator(), false).toList();
    }
}
