package io.plumbline.filter;

import java.util.Optional;

/**
 * One of the queries of a metric-math alarm (CloudWatch API, MetricDataQuery).
 *
 * @param id starts with a lower-case letter; by it other queries refer to this one
 * @param expression metric math, a Metrics Insights query or a search; empty if the query reads one metric
 * @param returnData whether the alarm watches the result; one query of an alarm does
 */
public record MetricQuery(String id, Optional<String> expression, boolean returnData) {

    /** A query that reads one metric. */
    public static MetricQuery metric(String id, boolean returnData) {
        return new MetricQuery(id, Optional.empty(), returnData);
    }

    /** A query that computes. */
    public static MetricQuery expression(String id, String expression, boolean returnData) {
        return new MetricQuery(id, Optional.of(expression), returnData);
    }
}
