package io.plumbline.collect;

/**
 * A token bucket: it refills at a rate up to its size, and whoever sends a request takes a token. Nothing is promised ahead: a token is
 * taken when it is there, so a change of the rate counts for everybody who still waits, and no span of time sees more grants than what
 * the bucket held and was refilled by. Moments are {@link System#nanoTime()}'s. Not for several threads at once.
 */
final class Bucket {
    private static final double SECOND = 1e9;
    /** What adding up fractions of tokens may lose. */
    private static final double CRUMB = 1e-9;

    private double rate;
    private double size;
    private double tokens;
    private long last;

    /**
     * A bucket.
     *
     * @param rate tokens a second
     * @param size the most that it holds, at least one
     * @param tokens what it holds at first
     */
    Bucket(double rate, double size, double tokens, long nowNanos) {
        this.rate = rate;
        this.size = Math.max(1, size);
        this.tokens = Math.min(tokens, this.size);
        this.last = nowNanos;
    }

    /** Takes a token if there is one and answers 0; else takes nothing and answers how many nanoseconds away one is at today's rate. */
    long take(long nowNanos) {
        refill(nowNanos);
        if (tokens >= 1 - CRUMB) {
            tokens -= 1;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - tokens) / rate * SECOND));
    }

    /** Changes how fast it is refilled from now on. */
    void refillBy(double newRate, long nowNanos) {
        refill(nowNanos);
        rate = newRate;
    }

    /** Changes the most that it holds; what it held above that is lost. */
    void hold(double newSize, long nowNanos) {
        refill(nowNanos);
        size = Math.max(1, newSize);
        tokens = Math.min(tokens, size);
    }

    /** Empties it; the first token comes after so many seconds' refill and one. */
    void drain(double seconds, long nowNanos) {
        refill(nowNanos);
        tokens = Math.min(tokens, -seconds * rate);
    }

    /** Whether nobody could tell it from a new one. */
    boolean full(long nowNanos) {
        refill(nowNanos);
        return tokens >= size - CRUMB;
    }

    double rate() {
        return rate;
    }

    private void refill(long nowNanos) {
        if (nowNanos > last) {
            tokens = Math.min(size, tokens + (nowNanos - last) / SECOND * rate);
            last = nowNanos;
        }
    }
}
