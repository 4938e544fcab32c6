package io.plumbline.collect;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are found.
 *
 * @param <C> the client
 * @param <R> a row
 */
public sealed interface Finder<C, R> {

    /** A plain list, paged or not. */
    record Listing<C, R>(String action, BiFunction<C, Place, ? extends Iterable<R>> list) implements Finder<C, R> {}

    /** One thing that is there or not, such as the password policy. */
    record Single<C, R>(String action, BiFunction<C, Place, @Nullable R> one) implements Finder<C, R> {}

    /** Keys first, then a description of each or of a batch. */
    record Described<C, R>(
            String listAction,
            BiFunction<C, Place, ? extends Iterable<String>> keys,
            String action,
            int atMost,
            BiFunction<C, List<String>, ? extends Iterable<R>> describe)
            implements Finder<C, R> {}

    /** Children of the rows of another table, each parent named by its ARN. */
    record Under<C, R>(String parent, String action, Children<C, R> children) implements Finder<C, R> {}

    /** Asks for the children of one parent. */
    @FunctionalInterface
    interface Children<C, R> {
        Iterable<R> of(C client, String parentArn, Place place);
    }

    /** Rows taken out of an answer that several tables share. */
    record Shared<C, A, R>(Answer<C, A> answer, Function<A, ? extends Iterable<R>> take) implements Finder<C, R> {}

    /** Rows that the engine knew before it asked; the action is the one that told it. */
    record Known<C, R>(String action, Function<Place, ? extends Iterable<R>> known) implements Finder<C, R> {}
}
