package io.plumbline.aws;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list for which the SDK has no paginator: the next one is asked for when it is wanted, until AWS names no further one.
 *
 * @param page asks for a page
 * @param next what a page says of the one after it; null or empty on the last
 * @param <P> the answer of the API
 */
record TokenPages<P>(Page<P> page, Function<P, @Nullable String> next) implements Iterable<P> {

    /** Asks for one page. */
    @FunctionalInterface
    interface Page<P> {
        /** The page that the token names; the first one without a token. */
        P at(@Nullable String token);
    }

    @Override
    public Iterator<P> iterator() {
        return new Turning<>(page, next);
    }

    private static final class Turning<P> implements Iterator<P> {
        private final Page<P> page;
        private final Function<P, @Nullable String> next;
        private @Nullable String token;
        private boolean more = true;

        Turning(Page<P> page, Function<P, @Nullable String> next) {
            this.page = page;
            this.next = next;
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public P next() {
            if (!more) {
                throw new NoSuchElementException("AWS named no further page");
            }
            P answer = page.at(token);
            token = next.apply(answer);
            more = token != null && !token.isEmpty();
            return answer;
        }
    }
}
