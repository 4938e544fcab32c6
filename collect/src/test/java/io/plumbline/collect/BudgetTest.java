package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 77 * SECOND;

    /** A request every so many milliseconds; each grant stands at the moment at which it may be sent. */
    private static List<Double> grants(Budget budget, List<Integer> pauses) {
        List<Double> grants = new ArrayList<>();
        long now = START;
        for (int pause : pauses) {
            now += pause * 1_000_000L;
            grants.add((now - START + budget.reserve(now)) / (double) SECOND);
        }
        return grants;
    }

    @Property
    void no_span_of_time_sees_more_than_its_rate_and_one_burst(
            @ForAll @DoubleRange(min = 0.5, max = 100) double rate,
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 300) Integer> pauses) {
        List<Double> grants = grants(new Budget(rate, rate, START), pauses);
        double burst = Math.max(1, rate / 2);
        for (int from = 0; from < grants.size(); from++) {
            for (int to = from; to < grants.size(); to++) {
                double span = grants.get(to) - grants.get(from);
                assertThat((double) (to - from + 1)).isLessThanOrEqualTo(rate * span + burst + 1 + 1e-6);
            }
        }
    }

    @Property
    void whatever_aws_answers_the_ceiling_holds(
            @ForAll @DoubleRange(min = 1, max = 60) double ceiling,
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 400) Integer> steps) {
        Budget budget = new Budget(15, ceiling, START);
        long now = START;
        int granted = 0;
        for (int step : steps) {
            now += step * 1_000_000L;
            double when = (now - START + budget.reserve(now)) / (double) SECOND;
            granted++;
            assertThat((double) granted).isLessThanOrEqualTo(ceiling * when + Math.max(1, ceiling / 2) + 1e-3);
            if (step % 7 == 0) {
                budget.throttled(now);
            } else {
                budget.succeeded();
            }
            assertThat(budget.rate()).isBetween(0.5, ceiling);
        }
    }

    @Test
    void grants_come_in_order_at_the_rate() {
        Budget budget = new Budget(10, 10, START);
        List<Double> grants = grants(budget, java.util.Collections.nCopies(25, 0));
        assertThat(grants).isSorted();
        assertThat(grants.get(4)).isZero();
        assertThat(grants.get(24)).isCloseTo(2.0, within(1e-6));
    }

    @Test
    void a_refusal_halves_the_rate_at_most_once_a_second() {
        Budget budget = new Budget(40, 50, START);
        budget.throttled(START);
        budget.throttled(START + 1);
        budget.throttled(START + SECOND - 1);
        assertThat(budget.rate()).isEqualTo(20);
        budget.throttled(START + SECOND);
        assertThat(budget.rate()).isEqualTo(10);
    }

    @Test
    void it_never_stops_for_good() {
        Budget budget = new Budget(1, 50, START);
        for (int i = 0; i < 100; i++) {
            budget.throttled(START + i * SECOND);
        }
        assertThat(budget.rate()).isEqualTo(0.5);
        assertThat(budget.reserve(START + 200 * SECOND)).isZero();
    }

    @Test
    void after_a_refusal_it_recovers_slowly_up_to_the_ceiling() {
        Budget budget = new Budget(40, 50, START);
        budget.throttled(START);
        for (int i = 0; i < 20; i++) {
            budget.succeeded();
        }
        assertThat(budget.rate()).isBetween(20.5, 21.5);
        for (int i = 0; i < 5_000; i++) {
            budget.succeeded();
        }
        assertThat(budget.rate()).isEqualTo(50);
    }

    @Test
    void before_any_refusal_it_doubles_with_each_second_of_answers() {
        Budget budget = new Budget(10, 50, START);
        for (int i = 0; i < 10; i++) {
            budget.succeeded();
        }
        assertThat(budget.rate()).isEqualTo(20);
    }

    @Test
    void a_request_waits_for_the_account_and_for_the_overall_ceiling() throws InterruptedException {
        Budgets budgets = new Budgets(java.util.Optional.of(20.0));
        long start = System.nanoTime();
        for (int account = 0; account < 20; account++) {
            budgets.acquire(new Budget(1_000, 1_000, start));
        }
        assertThat(System.nanoTime() - start).isGreaterThan(SECOND * 4 / 10);
    }

    @Test
    void lists_and_reads_are_metered_apart() {
        assertThat(Budgets.operationClass("DescribeVpcs")).isEqualTo("list");
        assertThat(Budgets.operationClass("ListKeys")).isEqualTo("list");
        assertThat(Budgets.operationClass("GetKeyPolicy")).isEqualTo("read");
    }
}
