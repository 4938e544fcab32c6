package io.plumbline.collect;

/**
 * How fast we may ask: a token bucket whose rate learns. It doubles each second while nothing is refused, halves when AWS says that we
 * come too fast, and from then on grows by one request a second each second, up to a ceiling (as TCP does, RFC 5681). The quota
 * belongs to the account's production; we want a share.
 */
final class Budget {
    private static final double LOWEST = 0.5;
    private static final long SECOND = 1_000_000_000L;

    private final double ceiling;
    private double rate;
    private double steady = Double.MAX_VALUE;
    private double tokens;
    private long last;
    private long lastCut;

    /**
     * A budget.
     *
     * @param start requests a second at first
     * @param ceiling requests a second at most
     */
    Budget(double start, double ceiling, long nowNanos) {
        this.rate = Math.min(start, ceiling);
        this.ceiling = ceiling;
        this.tokens = Math.max(1, this.rate / 2);
        this.last = nowNanos;
        this.lastCut = nowNanos - SECOND;
    }

    /** Waits for its turn. */
    void acquire() throws InterruptedException {
        long wait = reserve(System.nanoTime());
        if (wait > 0) {
            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        }
    }

    /** Takes a token, from the future if need be; answers how many nanoseconds away that is. */
    synchronized long reserve(long nowNanos) {
        tokens = Math.min(Math.max(1, rate / 2), tokens + (nowNanos - last) * rate / SECOND);
        last = nowNanos;
        tokens -= 1;
        return tokens >= 0 ? 0 : (long) (-tokens / rate * SECOND);
    }

    synchronized void succeeded() {
        rate = Math.min(ceiling, rate + (rate < steady ? 1 : 1 / rate));
    }

    /** One burst of refusals is one refusal: at most one cut a second. */
    synchronized void throttled(long nowNanos) {
        if (nowNanos - lastCut >= SECOND) {
            lastCut = nowNanos;
            rate = Math.max(LOWEST, rate / 2);
            steady = rate;
            tokens = Math.min(tokens, 0);
        }
    }

    synchronized double rate() {
        return rate;
    }
}
