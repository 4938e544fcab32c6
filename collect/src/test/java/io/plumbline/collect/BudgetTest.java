package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** On a simulated clock. */
class BudgetTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final long START = 77 * SECOND;

    private static Budget budget(double start, double ceiling) {
        return new Budget(new Quotas.Allowance("list", true, ceiling, ceiling / 2, start), START);
    }

    @Property
    void whatever_aws_answers_the_ceiling_and_the_burst_hold(
            @ForAll @DoubleRange(min = 1, max = 60) double ceiling,
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 400) Integer> steps) {
        Budget budget = budget(15, ceiling);
        long now = START;
        int granted = 0;
        for (int step : steps) {
            now += step * MILLI;
            if (budget.take(now) == 0) {
                granted++;
            }
            double seconds = (now - START) / (double) SECOND;
            assertThat((double) granted).isLessThanOrEqualTo(ceiling * seconds + Math.max(1, ceiling / 2) + 1e-3);
            if (step % 7 == 0) {
                budget.throttled(now);
            } else {
                budget.succeeded(now);
            }
            assertThat(budget.rate()).isBetween(0.5, ceiling);
        }
    }

    @Test
    void it_starts_slowly_and_rises_with_what_is_answered() {
        Budget budget = budget(10, 50);
        for (int i = 0; i < 10; i++) {
            budget.succeeded(START);
        }
        assertThat(budget.rate()).isEqualTo(20);
        for (int i = 0; i < 1_000; i++) {
            budget.succeeded(START);
        }
        assertThat(budget.rate()).isEqualTo(50);
    }

    @Test
    void a_refusal_halves_the_rate_at_most_once_a_second() {
        Budget budget = budget(40, 50);
        budget.throttled(START);
        budget.throttled(START + 1);
        budget.throttled(START + SECOND - 1);
        assertThat(budget.rate()).isEqualTo(20);
        budget.throttled(START + SECOND);
        assertThat(budget.rate()).isEqualTo(10);
    }

    @Test
    void after_a_refusal_nothing_is_asked_for_a_second() {
        Budget budget = budget(40, 50);
        assertThat(budget.take(START)).isZero();
        budget.throttled(START);
        assertThat(budget.take(START + SECOND * 99 / 100)).isPositive();
        assertThat(budget.take(START + SECOND * 106 / 100)).isZero();
    }

    @Test
    void it_never_stops_for_good() {
        Budget budget = budget(1, 50);
        for (int i = 0; i < 100; i++) {
            budget.throttled(START + i * SECOND);
        }
        assertThat(budget.rate()).isEqualTo(0.5);
        assertThat(budget.take(START + 200 * SECOND)).isZero();
    }

    @Test
    void it_stays_below_the_rate_that_was_refused_and_then_tries_again() {
        Budget budget = budget(40, 50);
        budget.throttled(START);
        budget.succeeded(START);
        assertThat(budget.rate()).isCloseTo(20, within(0.1));
        budget.succeeded(START + 10 * SECOND);
        assertThat(budget.rate()).isBetween(25.0, 30.0);
        budget.succeeded(START + 25 * SECOND);
        assertThat(budget.rate()).isBetween(30.0, 32.0);
        budget.succeeded(START + 60 * SECOND);
        assertThat(budget.rate()).isEqualTo(50);
    }

    @Property(tries = 50)
    void when_the_trouble_is_over_it_is_at_its_ceiling_within_two_minutes(
            @ForAll @IntRange(min = 1, max = 60) int secondsOfTrouble,
            @ForAll @DoubleRange(min = 1, max = 50) double ceiling) {
        Budget budget = budget(ceiling, ceiling);
        long now = START;
        for (; now < START + secondsOfTrouble * SECOND; now += SECOND / 2) {
            budget.throttled(now);
        }
        long over = now;
        while (budget.rate() < ceiling && now < over + 300 * SECOND) {
            now += Math.max(budget.take(now), MILLI);
            if (budget.take(now) == 0) {
                budget.succeeded(now);
            }
        }
        assertThat((now - over) / SECOND).isLessThan(120);
    }

    /**
     * Against a service that refuses what exceeds a limit nobody told us, for two minutes, with answers after {@code latency}: under 2 %
     * are refused, and the better part of the limit is used.
     */
    @Property(tries = 200)
    void a_limit_that_nobody_told_us_is_found_and_kept(
            @ForAll @IntRange(min = 3, max = 45) int limit,
            @ForAll @DoubleRange(min = 0.5, max = 2) double held,
            @ForAll @IntRange(min = 5, max = 200) int latencyMillis) {
        Budget ours = new Budget(new Quotas(List.of()).of("x", "ListThings", EMPTY), START);
        Bucket service = new Bucket(limit, limit * held, limit * held, START);
        Queue<long[]> answers = new ArrayDeque<>();
        int sent = 0;
        int refused = 0;
        for (long now = START; now < START + 120 * SECOND; now += 2 * MILLI) {
            while (!answers.isEmpty() && answers.peek()[0] <= now) {
                if (answers.remove()[1] == 1) {
                    ours.throttled(now);
                } else {
                    ours.succeeded(now);
                }
            }
            while (ours.take(now) == 0) {
                boolean no = service.take(now) > 0;
                sent++;
                refused += no ? 1 : 0;
                answers.add(new long[] {now + latencyMillis * MILLI, no ? 1 : 0});
            }
        }
        assertThat(refused).as("of %d", sent).isLessThan(Math.max(12, sent / 50));
        assertThat(sent - refused).isGreaterThan(limit * 120 / 2);
    }

    /** Somebody asks half of what AWS documents, evenly, and we take our share of it. */
    @Property(tries = 50)
    void who_uses_half_of_a_documented_quota_is_not_refused(@ForAll @IntRange(min = 2, max = 60) int documented) {
        Budget ours = new Budget(
                new Quotas.Allowance("x", true, documented / 2.0, documented / 2.0, documented / 4.0), START);
        Bucket service = new Bucket(documented, documented, documented, START);
        double theirs = 0;
        int asked = 0;
        int refused = 0;
        for (long now = START; now < START + 60 * SECOND; now += MILLI) {
            while (ours.take(now) == 0) {
                assertThat(service.take(now)).isZero();
                ours.succeeded(now);
            }
            theirs += documented / 2.0 / 1000;
            if (theirs >= 1) {
                theirs -= 1;
                asked++;
                refused += service.take(now) > 0 ? 1 : 0;
            }
        }
        assertThat(refused).as("of %d", asked).isLessThanOrEqualTo(asked / 100);
    }

    static final WireRequest EMPTY = WireRequest.of("POST", "/", "", "", "", new byte[0]);
}
