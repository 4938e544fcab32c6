package io.plumbline.collect;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/**
 * Where a resource type's declaration starts: {@code regional("aws_vpc", "…", Ec2Client::builder).list(…)}.
 *
 * @param <C> the AWS client
 */
public final class Declare<C> {
    private final String table;
    private final String description;
    private final Scope scope;
    private final Supplier<?> client;

    private Declare(String table, String description, Scope scope, Supplier<?> client) {
        this.table = table;
        this.description = description;
        this.scope = scope;
        this.client = client;
    }

    /** A type that lives in regions: asked in every enabled one. */
    public static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> Declare<C> regional(
            String table, String description, Supplier<B> client) {
        return new Declare<>(table, description, Scope.REGIONAL, client);
    }

    /** A type that an account has once, whatever the region. */
    public static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> Declare<C> global(
            String table, String description, Supplier<B> client) {
        return new Declare<>(table, description, Scope.GLOBAL, client);
    }

    /** A plain list. */
    public <R> Source<C, R> list(String action, Shape<R> shape, Function<C, ? extends Iterable<R>> list) {
        return list(action, shape, (asked, place) -> list.apply(asked));
    }

    /** A list whose request names the account or the region. */
    public <R> Source<C, R> list(String action, Shape<R> shape, BiFunction<C, Place, ? extends Iterable<R>> list) {
        return source(new Finder.Listing<>(action, list), shape);
    }

    /** One thing that is there or not. */
    public <R> Source<C, R> one(String action, Shape<R> shape, Function<C, @Nullable R> one) {
        return one(action, shape, (asked, place) -> one.apply(asked));
    }

    /** One thing, asked for with the account's id. */
    public <R> Source<C, R> one(String action, Shape<R> shape, BiFunction<C, Place, @Nullable R> one) {
        return source(new Finder.Single<>(action, one), shape);
    }

    /** Keys that are described afterwards. */
    public Keys<C> keys(String action, Function<C, ? extends Iterable<String>> keys) {
        return new Keys<>(this, action, (asked, place) -> keys.apply(asked));
    }

    /** Children of the rows of another table; each parent is named by its ARN. */
    public <R> Source<C, R> under(String parentTable, String action, Shape<R> shape, Finder.Children<C, R> children) {
        return source(new Finder.Under<>(parentTable, action, children), shape);
    }

    /** Rows out of an answer that other tables share. */
    public <A, R> Source<C, R> from(Answer<C, A> answer, Shape<R> shape, Function<A, ? extends Iterable<R>> take) {
        return source(new Finder.Shared<>(answer, take), shape);
    }

    /** Rows that the engine learned when it entered the account, by the action named. */
    public <R> Source<C, R> known(String action, Shape<R> shape, Function<Place, ? extends Iterable<R>> known) {
        return source(new Finder.Known<>(action, known), shape);
    }

    private <R> Source<C, R> source(Finder<C, R> finder, Shape<R> shape) {
        return new Source<>(table, description, scope, client, finder, shape);
    }

    /** Keys waiting to be described. */
    public static final class Keys<C> {
        private final Declare<C> start;
        private final String listAction;
        private final BiFunction<C, Place, ? extends Iterable<String>> keys;

        private Keys(Declare<C> start, String listAction, BiFunction<C, Place, ? extends Iterable<String>> keys) {
            this.start = start;
            this.listAction = listAction;
            this.keys = keys;
        }

        /** Described one by one. */
        public <R> Source<C, R> describe(String action, Shape<R> shape, BiFunction<C, String, @Nullable R> describe) {
            return start.source(
                    new Finder.Described<>(listAction, keys, action, 1, (asked, batch) -> {
                        R row = describe.apply(asked, batch.getFirst());
                        return row == null ? List.of() : List.of(row);
                    }),
                    shape);
        }

        /** Described in batches of at most {@code atMost}. */
        public <R> Source<C, R> describe(
                String action,
                int atMost,
                Shape<R> shape,
                BiFunction<C, List<String>, ? extends Iterable<R>> describe) {
            return start.source(new Finder.Described<>(listAction, keys, action, atMost, describe), shape);
        }
    }
}
