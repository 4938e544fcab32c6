package io.plumbline.collect;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Where requests wait for something that says how long: first come, first served, and only the first one watches the clock. */
final class Turnstile {
    /** A wait is cut into pieces, since the rate may have risen meanwhile. */
    private static final long LONGEST_NAP = 200_000_000L;

    private final ReentrantLock turn = new ReentrantLock(true);

    /** Lets one through when there is a token for it. */
    @FunctionalInterface
    interface Gate {
        /** Takes a token and answers 0, or answers how many nanoseconds away one is. */
        long take(long nowNanos);
    }

    void pass(Gate gate) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            for (long wait = gate.take(System.nanoTime()); wait > 0; wait = gate.take(System.nanoTime())) {
                TimeUnit.NANOSECONDS.sleep(Math.min(wait, LONGEST_NAP));
            }
        } finally {
            turn.unlock();
        }
    }
}
