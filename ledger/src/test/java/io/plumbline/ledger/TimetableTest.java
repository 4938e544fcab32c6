package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private static final String BERLIN = "Europe/Berlin";

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "0 3 * * *,         2026-11-22T02:59:59Z, 2026-11-22T03:00:00Z",
        "0 3 * * *,         2026-11-22T03:00:00Z, 2026-11-23T03:00:00Z",
        "0 3 * * *,         2026-11-22T03:00:00.5Z, 2026-11-23T03:00:00Z",
        "*/15 * * * *,      2026-11-22T03:07:00Z, 2026-11-22T03:15:00Z",
        "30 6 * * MON-FRI,  2026-11-20T06:30:00Z, 2026-11-23T06:30:00Z",
        "0 0 1 JAN *,       2026-11-22T00:00:00Z, 2027-01-01T00:00:00Z",
        "0 0 * * 7,         2026-11-23T00:00:00Z, 2026-11-29T00:00:00Z",
        "0 0 29 2 *,        2026-11-22T00:00:00Z, 2028-02-29T00:00:00Z",
        // As cron has it: where both days are said, either will do.
        "0 0 13 * FRI,      2026-11-14T00:00:00Z, 2026-11-20T00:00:00Z",
    })
    void the_next_moment_comes_after(String cron, String after, String next) {
        assertThat(Timetable.of(cron, "UTC").next(at(after))).contains(at(next));
    }

    @Test
    void what_is_due_at_night_comes_once_also_when_clocks_change() {
        Timetable nightly = Timetable.of("30 2 * * *", BERLIN);
        // The night to the 29th of March 2026 has no half past two, the one to the 25th of October two of them.
        assertThat(nightly.next(at("2026-03-28T00:00:00Z"), 3))
                .containsExactly(at("2026-03-28T01:30:00Z"), at("2026-03-29T01:30:00Z"), at("2026-03-30T00:30:00Z"));
        assertThat(nightly.next(at("2026-10-24T00:00:00Z"), 3))
                .containsExactly(at("2026-10-24T00:30:00Z"), at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
        assertThat(nightly.next(at("2026-10-25T01:10:00Z"))).contains(at("2026-10-26T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0 3 * *", "0 3 * * * *", "60 3 * * *", "0 25 * * *", "0 3 * * FOO", "@daily", "x y z a b"})
    void what_is_no_cron_expression_is_refused_with_an_example(String wrong) {
        assertThatThrownBy(() -> Timetable.of(wrong, "UTC"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("0 3 * * *");
    }

    @Test
    void a_day_that_no_month_has_and_a_zone_that_is_none_are_refused() {
        assertThatThrownBy(() -> Timetable.of("0 0 31 2 *", "UTC"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no moment");
        assertThatThrownBy(() -> Timetable.of("0 0 * * *", "Europe/Atlantis"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Europe/Berlin");
    }
}
