package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static Totals scored(long passed, long failed) {
        return new Totals(passed, failed, 0, 0, 0, 0, passed, failed);
    }

    @Test
    void the_score_is_rounded_down_so_that_a_hundred_means_nothing_failed() {
        assertThat(scored(999, 1).score()).isEqualTo("99 %");
        assertThat(scored(3, 0).score()).isEqualTo("100 %");
    }

    @Test
    void without_anything_scored_there_is_no_score() {
        assertThat(Totals.of(List.of()).score()).isEqualTo("–");
        assertThat(Totals.of(List.of()).denominators()).contains("no score");
    }

    @Test
    void unknown_manual_and_unscored_results_are_in_neither_number() {
        Totals totals = Totals.of(NastyAssessment.input(List.of("nasty-1"), TableOptions.PLAIN)
                .assessment()
                .controls());
        assertThat(totals.all()).isEqualTo(20);
        assertThat(totals.scored()).isEqualTo(totals.passed() + totals.failed()).isEqualTo(7);
        assertThat(totals.denominators()).isEqualTo("4 of 7 scored control × account results that passed or failed");
    }

    @Test
    void an_excepted_unit_of_two_frameworks_is_one_unit() {
        assertThat(Totals.of(NastyAssessment.input().assessment().controls()).excepted())
                .isEqualTo(1);
    }
}
