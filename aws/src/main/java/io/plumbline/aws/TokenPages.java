package io.plumbline.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists for which the SDK has no paginator: page after page until AWS gives no token, and no page before it is wanted. */
final class TokenPages {
    private TokenPages() {}

    /**
     * The rows of all pages.
     *
     * @param ask asks for the page that a token names, for the first one without
     * @param next the token of the page after; none or an empty one after the last
     */
    static <P, R> Iterable<R> of(
            Function<@Nullable String, P> ask, Function<P, @Nullable String> next, Function<P, List<R>> rows) {
        return () -> Stream.iterate(
                        Optional.of(ask.apply(null)),
                        Optional::isPresent,
                        page -> page.map(next).filter(token -> !token.isEmpty()).map(ask))
                .flatMap(Optional::stream)
                .flatMap(page -> rows.apply(page).stream())
                .iterator();
    }
}
