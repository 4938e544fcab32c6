package io.plumbline.collect;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A budget for each account, region, service and class of operation, as AWS counts them, and one ceiling over all. */
final class Budgets {
    private static final double START = 15;
    private static final double CEILING = 50;

    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private final Optional<Budget> overall;

    /** @param maxRps requests a second over everything; empty for no such ceiling */
    Budgets(Optional<Double> maxRps) {
        this.overall = maxRps.map(most -> new Budget(most, most, System.nanoTime()));
    }

    /** The budget that a call takes from. */
    Budget of(Call call) {
        String key =
                call.accountId() + '/' + call.region() + '/' + call.service() + '/' + operationClass(call.operation());
        return budgets.computeIfAbsent(key, unused -> new Budget(START, CEILING, System.nanoTime()));
    }

    void acquire(Budget budget) throws InterruptedException {
        budget.acquire();
        if (overall.isPresent()) {
            overall.get().acquire();
        }
    }

    /** AWS meters lists apart from reads of one thing (EC2 API Reference, "Request throttling": token bucket sizes and refill rates). */
    static String operationClass(String operation) {
        return operation.startsWith("List") || operation.startsWith("Describe") ? "list" : "read";
    }
}
