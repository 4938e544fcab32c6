package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class MetricMathFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void any_expressions_have_dependencies(FuzzedDataProvider data) {
        String first = data.consumeString(200);
        List<MetricQuery> queries = List.of(
                MetricQuery.metric("m1", false),
                MetricQuery.expression("e1", first, false),
                MetricQuery.expression("e2", data.consumeRemainingAsString(), true));
        assertThat(MetricMath.dependencies(queries, "e2")).contains("e2").isSubsetOf("e2", "e1", "m1");
        assertThat(MetricsInsights.parse(first)).isNotNull();
    }
}
