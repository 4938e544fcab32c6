package io.plumbline.collect;

/**
 * How fast we may ask: a token bucket whose rate learns. It rises while nothing is refused, up to our share of what AWS documents. When
 * AWS says that we come too fast it is halved, whatever was saved up is gone, and for a moment nothing is asked. From then on it rises
 * as a cubic curve (RFC 9438, "CUBIC for Fast and Long-Distance Networks"): fast while far below the rate that was refused, slow around
 * it, faster again if nobody minds, so that a limit is not run into again and again, and a passing trouble is soon forgotten.
 */
final class Budget {
    /** Requests a second, however often we are refused: a scan must end. */
    static final double LOWEST = 0.5;

    private static final double CUT = 0.5;
    /** Where the curve is flat, as a share of the refused rate: a little below it, others ask too. */
    private static final double PLATEAU = 0.75;
    /** How steep the curve is, in requests a second per cubic second: the same for all, and more for who may ask more. */
    private static final double STEEPNESS = 0.0001;

    private static final double STEEPER = 0.00005;
    /** Nothing is asked for so many seconds after a refusal. */
    private static final double PAUSE = 1;

    private static final long SECOND = 1_000_000_000L;

    private final double ceiling;
    private final double floor;
    private final Bucket bucket;
    private final Turnstile turnstile = new Turnstile();
    private boolean refused;
    private double plateau;
    private long lastCut;
    private long lastUse;

    /** A budget that may rise to what an allowance says. */
    Budget(Quotas.Allowance allowance, long nowNanos) {
        this.ceiling = allowance.rate();
        this.floor = Math.min(LOWEST, ceiling);
        double start = Math.min(allowance.start(), ceiling);
        this.bucket = new Bucket(start, allowance.burst(), Math.min(start, allowance.burst()), nowNanos);
        this.lastCut = nowNanos - SECOND;
        this.lastUse = nowNanos;
    }

    /** Waits for its turn. */
    void acquire() throws InterruptedException {
        turnstile.pass(this::take);
    }

    /** Takes a token, or answers how many nanoseconds away one is. */
    synchronized long take(long nowNanos) {
        lastUse = nowNanos;
        return bucket.take(nowNanos);
    }

    /** An answer came. Only who asks learns: a rate that nobody used proves nothing. */
    synchronized void succeeded(long nowNanos) {
        double rate = bucket.rate();
        double next = refused ? onTheCurve(nowNanos) : rate + Math.min(1, rate / 10);
        bucket.refillBy(Math.clamp(next, floor, ceiling), nowNanos);
        if (refused) {
            bucket.hold(Math.max(1, bucket.rate() / 2), nowNanos);
        }
    }

    private double onTheCurve(long nowNanos) {
        double steepness = STEEPNESS + STEEPER * plateau;
        double untilFlat = Math.cbrt(plateau * (1 - CUT / PLATEAU) / steepness);
        double away = (nowNanos - lastCut) / (double) SECOND - untilFlat;
        return plateau + steepness * away * away * away;
    }

    /** One burst of refusals is one refusal: at most one cut a second. */
    synchronized void throttled(long nowNanos) {
        if (nowNanos - lastCut >= SECOND) {
            double rate = bucket.rate();
            refused = true;
            lastCut = nowNanos;
            plateau = Math.max(floor, rate * PLATEAU);
            bucket.refillBy(Math.max(floor, rate * CUT), nowNanos);
            bucket.hold(Math.max(1, bucket.rate() / 2), nowNanos);
        }
        bucket.drain(PAUSE, nowNanos);
    }

    /** Whether it has nothing that a new one would not have: long unused, long not refused. */
    synchronized boolean forgettable(long nowNanos) {
        return nowNanos - lastUse > 60 * SECOND
                && (!refused || nowNanos - lastCut > 600 * SECOND)
                && bucket.full(nowNanos);
    }

    synchronized double rate() {
        return bucket.rate();
    }
}
