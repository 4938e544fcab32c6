package io.plumbline.ledger;

import org.jdbi.v3.core.Handle;

/** Tells apart states of the numbers and the accounts, over all processes that write them. */
final class NumbersVersion {
    private NumbersVersion() {}

    static long of(Handle handle) {
        return handle.createQuery("select version from numbers_version")
                .mapTo(Long.class)
                .one();
    }

    /** To be called in the transaction that changes them. */
    static void next(Handle handle) {
        handle.execute("update numbers_version set version = version + 1");
    }
}
