package io.plumbline.assess;

import io.plumbline.filter.MetricMath;
import io.plumbline.filter.MetricQuery;
import io.plumbline.filter.MetricsInsights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The queries of a metric-math alarm, as they stand in the column {@code metrics} of {@code aws_cloudwatch_alarm}. */
final class AlarmQueries {
    private AlarmQueries() {}

    /** Whether, and how, what the alarm watches depends on a metric. */
    static String watch(String metrics, String namespace, String metricName) {
        List<JsonNode> nodes = new ArrayList<>();
        JsonText.node(metrics).forEach(nodes::add);
        List<MetricQuery> queries = nodes.stream().map(AlarmQueries::query).toList();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("watches", false);
        for (JsonNode node : nodes) {
            Optional<Map<String, @Nullable Object>> how = reads(node, namespace, metricName);
            if (how.isPresent() && MetricMath.watches(queries, text(node, "id").orElse(""))) {
                answer.put("watches", true);
                answer.putAll(how.get());
                break;
            }
        }
        return JsonText.of(answer);
    }

    private static MetricQuery query(JsonNode node) {
        // CloudWatch takes an absent ReturnData for true (API, MetricDataQuery).
        return new MetricQuery(
                text(node, "id").orElse(""),
                text(node, "expression"),
                node.path("return_data").asBoolean(true));
    }

    private static Optional<Map<String, @Nullable Object>> reads(JsonNode node, String namespace, String metricName) {
        Map<String, @Nullable Object> how = new LinkedHashMap<>();
        JsonNode metric = node.path("metric_stat").path("metric");
        Optional<String> expression = text(node, "expression");
        boolean reads;
        if (expression.isEmpty()) {
            reads = text(metric, "namespace").equals(Optional.of(namespace))
                    && text(metric, "metric_name").equals(Optional.of(metricName));
            how.put("through", "metric");
        } else {
            reads = switch (MetricMath.kind(expression.get())) {
                case MATH -> false;
                case SEARCH -> {
                    how.put("through", "search");
                    yield expression.get().contains(metricName);
                }
                case METRICS_INSIGHTS -> {
                    Optional<MetricsInsights> query =
                            MetricsInsights.parse(expression.get()).value();
                    how.put("through", "metrics_insights");
                    how.put("filtered", query.map(MetricsInsights::filtered).orElse(null));
                    how.put("grouped", query.map(MetricsInsights::grouped).orElse(null));
                    how.put("function", query.map(MetricsInsights::function).orElse(null));
                    yield query.map(known -> known.reads(namespace, metricName)).orElse(false);
                }
            };
        }
        how.put("accountId", text(node, "account_id").orElse(null));
        return reads ? Optional.of(how) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.path(key).isString() ? Optional.of(node.path(key).stringValue()) : Optional.empty();
    }
}
