package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that would exhaust the stack, the memory or the patience of a careless parser. */
class HostileTextTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SMALL_STACK = 512 * 1024;
    private static final LogEvent EVENT = LogEvent.of("{\"a\":\"" + "a".repeat(2_000) + "\"}");

    @Test
    void the_deepest_nesting_is_read_printed_compared_and_evaluated_on_a_small_stack() throws InterruptedException {
        String deep = nested(Cursor.DEEPEST);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    FilterPattern pattern = FilterPattern.parse(deep).value().orElseThrow();
                    assertThat(pattern.match(EVENT)).isEqualTo(Match.NEVER);
                    assertThat(FilterPattern.parse(pattern.toString()).value()).contains(pattern);
                    assertThat(pattern.hashCode()).isNotZero();
                    AlarmRule rule = AlarmRule.parse(
                                    "(NOT ".repeat(Cursor.DEEPEST) + "ALARM(a)" + ")".repeat(Cursor.DEEPEST))
                            .value()
                            .orElseThrow();
                    assertThat(rule.isTrueWhenOnly("a")).isTrue();
                    SelectionCriteria criteria = SelectionCriteria.parse(
                                    "(@aws.region = a OR @aws.region = b AND ".repeat(Cursor.DEEPEST)
                                            + "@aws.region = c"
                                            + ")".repeat(Cursor.DEEPEST))
                            .value()
                            .orElseThrow();
                    assertThat(criteria.selects("1", "c")).isFalse();
                },
                "small stack",
                SMALL_STACK);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    @Test
    void deeper_nesting_is_an_error() {
        for (int depth : List.of(Cursor.DEEPEST + 1, 10_000)) {
            assertThat(FilterPattern.parse(nested(depth)
                            .substring(0, Math.min(Cursor.LONGEST, nested(depth).length()))))
                    .asString()
                    .contains("nested more than");
            assertThat(AlarmRule.parse("(".repeat(depth))).asString().contains("nested more than");
            assertThat(SelectionCriteria.parse("(".repeat(depth))).asString().contains("nested more than");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "{", "{ $.a", "[0]", "\"", "\\", "%", "?", "-", "a ", "$.a=b||", "{,9}", "*", "1", " ", "&&",
                "NOT "
            })
    void long_texts_end_soon(String scrap) {
        List<Function<String, Object>> parsers = List.of(
                FilterPattern::parse,
                AlarmRule::parse,
                SelectionCriteria::parse,
                MetricsInsights::parse,
                MetricMath::kind);
        String text = scrap.repeat(Cursor.LONGEST / scrap.length() + 1);
        for (String start :
                List.of("", "{ $.a = ", "{ $.a = \"", "{ $.a = %", "{ ", "SELECT SUM(\"", "METRICS(", "ALARM(\"")) {
            assertTimeout(
                    SOON,
                    () -> parsers.forEach(parser -> {
                        String hostile = start + text.substring(0, Cursor.LONGEST - start.length());
                        assertThat(parser.apply(hostile)).isNotNull();
                        if (FilterPattern.parse(hostile) instanceof Parse.Parsed<FilterPattern> parsed) {
                            parsed.result().match(EVENT);
                        }
                    }));
        }
        assertThat(FilterPattern.parse(text + text)).isNotInstanceOf(Parse.Parsed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%a*a*a*a*a*a*a*a*a*a*a*b%",
                "%.*.*.*.*.*.*.*.*.*.*.*.*b%",
                "%a{0,500}a{0,499}b%",
                "%[a-z]*[a-y]*[a-x]*[a-w]*b%",
                "{ $.a = \"*a*a*a*a*a*a*a*a*a*a*a*a*a*b*\" }",
            })
    void patterns_that_make_other_engines_backtrack_end_soon(String pattern) {
        assertTimeout(
                SOON,
                () -> assertThat(FilterPattern.parse(pattern)
                                .value()
                                .orElseThrow()
                                .match(EVENT))
                        .isEqualTo(Match.NEVER));
    }

    @Test
    void a_hundred_thousand_checks_would_take_minutes_not_hours() {
        Witnesses witnesses = Witnesses.load();
        WitnessTest test = new WitnessTest(witnesses);
        EvaluatedAccount account = witnesses.defaultAccount(new AccountId("111122223333"), new Partition("aws"));
        assertTimeout(SOON, () -> {
            for (int i = 0; i < 500; i++) {
                test.check("3.4", witnesses.canonical("3.4"), account, false);
            }
        });
    }

    private static String nested(int depth) {
        return "{" + "($.a=b||$.a=c&&".repeat(depth) + "$.a=d" + ")".repeat(depth) + "}";
    }
}
