package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import java.util.function.Predicate;

/**
 * A column that takes a call of its own for each row.
 *
 * @param action the IAM action, such as {@code s3:GetBucketPolicy}
 * @param onRequest whether it is read only when it is asked for by name
 * @param when for which rows there is something to ask
 * @param <C> the client
 * @param <R> the row
 * @param <D> the answer
 */
public record Detail<C, R, D>(
        String column, String action, Shape<D> shape, Ask<C, R, D> ask, Predicate<Row<R>> when, boolean onRequest) {

    /** Asks for one row. */
    @FunctionalInterface
    public interface Ask<C, R, D> {
        /** The answer; null where AWS answers without one. */
        @org.jspecify.annotations.Nullable
        D of(C client, R row, Place place);
    }

    /** A row and where it was found. */
    record Row<R>(R value, Place place) {}

    Detail<C, R, D> onlyOnRequest() {
        return new Detail<>(column, action, shape, ask, when, true);
    }

    Column schema() {
        return new Column(column, shape.type(), true, onRequest);
    }
}
