package io.plumbline.server;

import io.plumbline.ledger.Page;
import io.plumbline.ledger.Paging;
import java.util.List;

/** A page of a list, as the document has it. */
record PageJson<T>(long total, int page, int size, List<T> items) {
    static <T> PageJson<T> of(Page<T> page, Paging paging) {
        return new PageJson<>(page.total(), paging.page(), paging.size(), page.items());
    }

    /** The page of a list that is at hand whole. */
    static <T> PageJson<T> cut(List<T> all, Paging paging) {
        List<T> items = all.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new PageJson<>(all.size(), paging.page(), paging.size(), items);
    }
}
