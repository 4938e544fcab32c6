package io.plumbline.aws;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Pages of lists for which the SDK has no paginator: each answer names the token of the next, the last one none.
 *
 * @param <A> an answer, one page
 */
final class PagesByToken<A> implements Iterator<A> {
    private final Function<@Nullable String, A> ask;
    private final Function<A, @Nullable String> next;
    private @Nullable String token;
    private boolean more = true;

    private PagesByToken(Function<@Nullable String, A> ask, Function<A, @Nullable String> next) {
        this.ask = ask;
        this.next = next;
    }

    /**
     * The rows of all pages; a page is asked for when the rows before it are read.
     *
     * @param ask asks for the page that a token names; null for the first
     * @param next the token of the page after this one; null or empty for none
     * @param rows what stands on a page
     */
    static <A, R> Iterable<R> of(
            Function<@Nullable String, A> ask, Function<A, @Nullable String> next, Function<A, List<R>> rows) {
        return () -> StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(new PagesByToken<>(ask, next), Spliterator.ORDERED), false)
                .flatMap(page -> rows.apply(page).stream())
                .iterator();
    }

    /** The same as a list, for a detail. */
    static <A, R> List<R> list(
            Function<@Nullable String, A> ask, Function<A, @Nullable String> next, Function<A, List<R>> rows) {
        return StreamSupport.stream(of(ask, next, rows).spliterator(), false).toList();
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public A next() {
        if (!more) {
            throw new NoSuchElementException("there is no page after the last");
        }
        A page = ask.apply(token);
        token = next.apply(page);
        more = token != null && !token.isEmpty();
        return page;
    }
}
