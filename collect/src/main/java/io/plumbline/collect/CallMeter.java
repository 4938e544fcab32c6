package io.plumbline.collect;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one operation of a cell sent, and stops one that would never end. */
final class CallMeter {
    /** More pages than any account has: at a hundred rows each, two million rows. */
    static final long MOST_PAGES = 20_000;

    private final LongAdder calls;
    private final LongAdder throttled;
    private final LongAdder nanos;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    CallMeter() {
        this(new LongAdder(), new LongAdder(), new LongAdder());
    }

    private CallMeter(LongAdder calls, LongAdder throttled, LongAdder nanos) {
        this.calls = calls;
        this.throttled = throttled;
        this.nanos = nanos;
    }

    /** A meter that adds to the same counts and knows no pages yet: for each list and each row that the operation is asked for. */
    CallMeter another() {
        return new CallMeter(calls, throttled, nanos);
    }

    void sent(long tookNanos, boolean wasThrottled) {
        calls.increment();
        nanos.add(tookNanos);
        if (wasThrottled) {
            throttled.increment();
        }
    }

    /** Whether the very same request was answered before: a page token that leads back to itself. */
    boolean answeredBefore(String asked) {
        return answered.contains(asked);
    }

    void answered(String asked) {
        answered.add(asked);
    }

    boolean tooMany() {
        return answered.size() >= MOST_PAGES;
    }

    long calls() {
        return calls.sum();
    }

    long throttled() {
        return throttled.sum();
    }

    long millis() {
        return nanos.sum() / 1_000_000;
    }
}
