package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** On a simulated clock, in seconds. */
class BucketTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 77 * SECOND;

    private static long at(double seconds) {
        return START + (long) (seconds * SECOND);
    }

    /** Moments at which somebody who asks after each pause, and waits as long as he is told, was let through. */
    private static List<Double> grants(Turnstile.Gate gate, List<Integer> pauses) {
        List<Double> grants = new ArrayList<>();
        double now = 0;
        for (int pause : pauses) {
            now += pause / 1000.0;
            for (long wait = gate.take(at(now)); wait > 0; wait = gate.take(at(now))) {
                now += wait / (double) SECOND;
            }
            grants.add(now);
        }
        return grants;
    }

    @Property
    void no_span_of_time_sees_more_than_what_it_held_and_was_refilled_by(
            @ForAll @DoubleRange(min = 0.5, max = 100) double rate,
            @ForAll @DoubleRange(min = 1, max = 60) double size,
            @ForAll @Size(min = 1, max = 150) List<@IntRange(max = 300) Integer> pauses) {
        Bucket bucket = new Bucket(rate, size, size, START);
        List<Double> grants = grants(bucket::take, pauses);
        for (int from = 0; from < grants.size(); from++) {
            for (int to = from; to < grants.size(); to++) {
                double span = grants.get(to) - grants.get(from);
                assertThat((double) (to - from + 1)).isLessThanOrEqualTo(size + rate * span + 1e-6);
            }
        }
    }

    /** What an earlier version got wrong: who waited at a low rate and who came at a higher one were let through together. */
    @Property
    void a_change_of_the_rate_lets_nobody_through_twice(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 0.5, max = 80) Double> rates,
            @ForAll @IntRange(min = 1, max = 400) int stepMillis) {
        Bucket bucket = new Bucket(1, 3, 3, START);
        double refilled = 3;
        double now = 0;
        int granted = 0;
        double rate = 1;
        for (double next : rates) {
            refilled += rate * stepMillis / 1000.0;
            now += stepMillis / 1000.0;
            while (bucket.take(at(now)) == 0) {
                granted++;
            }
            assertThat((double) granted).isLessThanOrEqualTo(refilled + 1e-3);
            bucket.refillBy(next, at(now));
            rate = next;
        }
    }

    @Property
    void no_second_sees_more_than_the_ceiling(
            @ForAll @IntRange(min = 1, max = 400) int most,
            @ForAll @Size(min = 1, max = 600) List<@IntRange(max = 40) Integer> pauses) {
        Ceiling ceiling = new Ceiling(most, START);
        List<Double> grants = grants(ceiling::take, pauses);
        int to = 0;
        for (int from = 0; from < grants.size(); from++) {
            while (to < grants.size() && grants.get(to) < grants.get(from) + 1 - 1e-6) {
                to++;
            }
            assertThat(to - from).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void the_ceiling_is_reached() {
        Ceiling ceiling = new Ceiling(200, START);
        List<Double> grants = grants(ceiling::take, java.util.Collections.nCopies(2_000, 0));
        assertThat(grants.getLast()).isBetween(9.5, 10.5);
    }

    @Test
    void a_clock_that_stands_or_goes_back_fills_nothing() {
        Bucket bucket = new Bucket(10, 1, 1, START);
        assertThat(bucket.take(START)).isZero();
        assertThat(bucket.take(START)).isPositive();
        assertThat(bucket.take(START - SECOND)).isPositive();
        assertThat(bucket.take(at(0.1))).isZero();
    }
}
