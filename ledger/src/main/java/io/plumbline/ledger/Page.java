package io.plumbline.ledger;

import java.util.List;
import java.util.function.Consumer;
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

    /**
     * The rows of all pages, asked for one after another, each as large as it may be.
     *
     * @param pages answers with a page
     * @param each takes the rows as they come
     */
    public static <T> void all(Function<Paging, Page<T>> pages, Consumer<? super T> each) {
        for (int number = 1; ; number++) {
            Page<T> page = pages.apply(new Paging(number, Paging.MOST));
            page.items().forEach(each);
            if (page.items().size() < Paging.MOST) {
                return;
            }
        }
    }

    /** The same page of something else. */
    public <U> Page<U> map(Function<? super T, ? extends U> each) {
        return new Page<>(total, items.stream().<U>map(each).toList());
    }
}
