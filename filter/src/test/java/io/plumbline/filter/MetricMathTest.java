package io.plumbline.filter;

import static io.plumbline.filter.MetricQuery.expression;
import static io.plumbline.filter.MetricQuery.metric;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricMathTest {
    @ParameterizedTest(name = "{0} uses m1: {1}")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "m1 => true",
                "m1 + m2 => true",
                "m1+m2 => true",
                "(m2-m1)/PERIOD(m2) => true",
                "SUM([m2,m1]) => true",
                "IF(m2 > 5, m1, 0) => true",
                "FILL(m1,0) => true",
                "SUM(METRICS()) => true",
                "SUM( METRICS ( ) ) => true",
                "SUM(METRICS(\"m1\")) => true",
                "SUM([METRICS('2'), METRICS('1')]) => true",
                "SUM(METRICS(\"2\")) => false",
                "m2 => false",
                "m10 + m2 => false",
                "am1 => false",
                "M1 => false",
                "m2 * 3m1 => false",
                "\"m1\" => false",
                "SEARCH('{ns} m1', 'Sum') => false",
                "5 => false",
                "SELECT SUM(m1) FROM ns => false",
            })
    void an_expression_uses_a_query_or_not(String expression, boolean uses) {
        List<MetricQuery> queries = List.of(
                metric("m1", false), metric("m2", false), metric("m10", false), expression("e", expression, true));
        assertThat(MetricMath.watches(queries, "m1")).isEqualTo(uses);
        assertThat(MetricMath.watches(queries, "e")).isTrue();
    }

    @Test
    void queries_depend_on_each_other_over_several_steps_and_in_circles() {
        List<MetricQuery> queries = List.of(
                metric("m1", false),
                expression("a", "b * 2", true),
                expression("b", "c + a", false),
                expression("c", "m1", false),
                expression("unused", "m1", false));
        assertThat(MetricMath.dependencies(queries, "a")).containsExactly("a", "b", "c", "m1");
        assertThat(MetricMath.dependencies(queries, "m1")).containsExactly("m1");
        assertThat(MetricMath.watches(queries, "m1")).isTrue();
        assertThat(MetricMath.watches(queries, "unused")).isFalse();
    }

    @Test
    void metrics_without_expressions_only_are_taken_in() {
        List<MetricQuery> queries =
                List.of(metric("m1", false), expression("x", "m1 * 2", false), expression("e", "SUM(METRICS())", true));
        assertThat(MetricMath.dependencies(queries, "e")).containsExactly("e", "m1");
    }

    @Test
    void one_query_is_watched() {
        assertThat(MetricMath.watched(List.of(metric("a", false), metric("b", true))))
                .contains(metric("b", true));
        assertThat(MetricMath.watched(List.of(metric("a", false)))).isEmpty();
        assertThat(MetricMath.watched(List.of(metric("a", true), metric("b", true))))
                .isEmpty();
        assertThat(MetricMath.watches(List.of(), "a")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "m1 + m2 => MATH",
                "SELECT SUM(Denied) FROM Security => METRICS_INSIGHTS",
                "  select max(x) from \"A/B\" => METRICS_INSIGHTS",
                "selected + 1 => MATH",
                "SUM(SEARCH('{Security,account} MetricName=\"Denied\"', 'Sum', 300)) => SEARCH",
                "search ('x', 'Sum') => SEARCH",
                "RESEARCH(m1) => MATH",
            })
    void expressions_are_of_three_kinds(String expression, MetricMath.Kind kind) {
        assertThat(MetricMath.kind(expression)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "SELECT SUM(Denied) FROM Security => SUM Denied Security false false",
                "select sum(\"Denied calls\") from \"My/Security\" => SUM Denied calls My/Security false false",
                "SELECT MAX(Denied) FROM SCHEMA(Security, account, \"aws region\") => MAX Denied Security false false",
                "SELECT MAX(Denied) FROM SCHEMA(\"Security\") WHERE account = '1' => MAX Denied Security true false",
                "SELECT SUM(Denied) FROM Security GROUP BY account ORDER BY SUM() DESC LIMIT 5 => SUM Denied Security false true",
                "SELECT SUM(Denied) FROM Security WHERE a != 'GROUP' AND b = 'x' GROUP BY a => SUM Denied Security true true",
                "SELECT SUM(Denied) FROM Security ORDER BY MAX() \"WHERE\" => SUM Denied Security false false",
            })
    void an_insights_query_says_what_it_reads(String text, String expected) {
        MetricsInsights query = MetricsInsights.parse(text).value().orElseThrow();
        assertThat(query.function() + " " + query.metric() + " " + query.namespace() + " " + query.filtered() + " "
                        + query.grouped())
                .isEqualTo(expected);
        assertThat(query.reads(query.namespace(), query.metric())).isTrue();
        assertThat(query.reads("other", query.metric())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT",
                "SELECT SUM FROM x",
                "SELECT SUM() FROM x",
                "SELECT SUM(a) FROM",
                "SELECT SUM(a) FROM SCHEMA(",
                "SELECT SUM(a) WHERE b = 'c'",
                "SELECT SUM(a) FROM x WHERE b = 'c",
                "m1 + m2"
            })
    void what_is_no_insights_query_is_an_error(String text) {
        assertThat(MetricsInsights.parse(text)).isInstanceOf(Parse.ParseError.class);
    }

    @Property
    void any_text_gives_an_answer(@ForAll String text) {
        assertThat(MetricMath.kind(text)).isNotNull();
        assertThat(MetricsInsights.parse("SELECT " + text)).isNotNull();
        assertThat(MetricMath.dependencies(List.of(expression("e", text, true)), "e"))
                .contains("e");
    }

    @Property
    void a_chain_in_any_order_depends_on_all_before_it(
            @ForAll @IntRange(min = 1, max = 20) int length, @ForAll Random random) {
        List<MetricQuery> queries = new ArrayList<>(List.of(metric("q0", false)));
        IntStream.range(1, length)
                .forEach(i -> queries.add(expression("q" + i, "q" + (i - 1) + " + 1", i == length - 1)));
        Collections.shuffle(queries, random);
        Set<String> all = new LinkedHashSet<>();
        IntStream.range(0, length).forEach(i -> all.add("q" + i));
        assertThat(MetricMath.dependencies(queries, "q" + (length - 1))).isEqualTo(all);
        assertThat(MetricMath.dependencies(queries, "q0")).containsExactly("q0");
    }
}
