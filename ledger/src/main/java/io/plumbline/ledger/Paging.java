package io.plumbline.ledger;

import io.plumbline.model.BadInput;

/**
 * Which page of an answer somebody wants.
 *
 * @param page from 1
 * @param size rows a page, at most {@value #MOST}
 */
public record Paging(int page, int size) {
    /** Rows that a page may have. */
    public static final int MOST = 500;

    /** The first page, as large as it may be. */
    public static final Paging FIRST = new Paging(1, MOST);

    /** @throws BadInput if page or size are out of bounds */
    public Paging {
        if (page < 1 || size < 1 || size > MOST) {
            throw new BadInput("Page " + page + " of " + size
                    + " rows cannot be given: pages are counted from 1 and have 1 to " + MOST + " rows.");
        }
    }

    /** How many rows come before it. */
    public long offset() {
        return (page - 1L) * size;
    }
}
