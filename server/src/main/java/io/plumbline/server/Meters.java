package io.plumbline.server;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** Counters for Prometheus. */
final class Meters {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    void answered(Operation operation, int status, long nanoseconds) {
        Timer.builder("plumbline.http.requests")
                .description("Requests by operation and status")
                .tag("operation", operation.id())
                .tag("status", Integer.toString(status))
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry)
                .record(Duration.ofNanos(nanoseconds));
    }

    /** A number that is looked up whenever somebody asks. */
    void gauge(String name, String description, Supplier<Number> value) {
        io.micrometer.core.instrument.Gauge.builder(name, value)
                .description(description)
                .register(registry);
    }

    /** All of them in the text format. */
    String text() {
        return registry.scrape();
    }
}
