package io.plumbline.collect;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A budget for each account, region, service and class of operation, as AWS counts them, and one ceiling over all. */
final class Budgets {
    /** So many new ones, and those that nobody uses any more are dropped: a scan of many accounts needs each for some seconds. */
    private static final int TIDY_EVERY = 4_096;

    private final Quotas quotas = Quotas.known();
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Optional<Ceiling> overall;

    /** @param maxRps requests a second over everything; empty for no such ceiling */
    Budgets(Optional<Double> maxRps) {
        this.overall = maxRps.map(most -> new Ceiling(most, System.nanoTime()));
    }

    /** The budget that a request takes from. */
    Budget of(Call call, WireRequest request) {
        Quotas.Allowance allowance = quotas.of(call.service(), call.operation(), request);
        String key = call.accountId()
                + '/'
                + (allowance.regional() ? call.region() : "")
                + '/'
                + call.service()
                + '/'
                + allowance.counted();
        Budget known = budgets.get(key);
        if (known != null) {
            return known;
        }
        if (made.incrementAndGet() % TIDY_EVERY == 0) {
            long now = System.nanoTime();
            budgets.values().removeIf(budget -> budget.forgettable(now));
        }
        return budgets.computeIfAbsent(key, unused -> new Budget(allowance, System.nanoTime()));
    }

    /** Waits for the ceiling over everything: the last thing before a request goes out, or those that waited would go out together. */
    void acquireOverall() throws InterruptedException {
        if (overall.isPresent()) {
            overall.get().acquire();
        }
    }
}
