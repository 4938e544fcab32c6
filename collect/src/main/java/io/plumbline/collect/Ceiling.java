package io.plumbline.collect;

/**
 * The most requests a second over everything ({@code --max-rps}). No second sees more, wherever it starts: what may come at once and
 * what comes in the rest of the second are the number together.
 */
final class Ceiling {
    private final Bucket bucket;
    private final Turnstile turnstile = new Turnstile();

    /** @param most requests a second, more than 0 */
    Ceiling(double most, long nowNanos) {
        // A thread wakes late now and then; a fiftieth that may come at once makes up for it.
        double atOnce = Math.max(1, most / 50);
        this.bucket = new Bucket(atOnce > 1 ? most - atOnce : most, atOnce, atOnce, nowNanos);
    }

    void acquire() throws InterruptedException {
        turnstile.pass(this::take);
    }

    /** Takes a token, or answers how many nanoseconds away one is. */
    synchronized long take(long nowNanos) {
        return bucket.take(nowNanos);
    }
}
