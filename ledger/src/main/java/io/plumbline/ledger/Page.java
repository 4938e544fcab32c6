package io.plumbline.ledger;

import java.util.List;
import java.util.function.Function;

/**
 * Some of the rows that a question found.
 *
 * @param total how many there are on all pages
 */
public record Page<T>(long total, List<T> items) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same page of something else. */
    public <U> Page<U> map(Function<? super T, ? extends U> each) {
        return new Page<>(total, items.stream().<U>map(each).toList());
    }
}
