package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimetablePropertyTest {
    /** Held against counting minutes, which is slow and cannot go wrong. */
    @Property(tries = 200)
    void in_utc_it_is_the_first_minute_whose_fields_fit(
            @ForAll @IntRange(max = 59) int minute,
            @ForAll Set<@IntRange(max = 23) Integer> hours,
            @ForAll @IntRange(max = 6) int day,
            @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second) {
        Set<Integer> some = new TreeSet<>(hours.isEmpty() ? Set.of(4) : hours);
        String cron = minute + " "
                + String.join(",", some.stream().map(Object::toString).toList()) + " * * " + day;
        Instant after = Instant.ofEpochSecond(second);
        ZonedDateTime minuteByMinute =
                after.atZone(ZoneOffset.UTC).withSecond(0).plusMinutes(1);
        DayOfWeek wanted = DayOfWeek.of(day == 0 ? 7 : day);
        while (minuteByMinute.getMinute() != minute
                || !some.contains(minuteByMinute.getHour())
                || minuteByMinute.getDayOfWeek() != wanted) {
            minuteByMinute = minuteByMinute.plusMinutes(1);
        }
        assertThat(Timetable.of(cron, "UTC").next(after)).contains(minuteByMinute.toInstant());
    }

    @Property(tries = 100)
    void what_is_due_daily_comes_once_on_every_day_of_every_zone(
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute,
            @ForAll @IntRange(min = 0, max = 3) int zone,
            @ForAll @IntRange(min = 0, max = 3000) int day) {
        ZoneId where =
                ZoneId.of(List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo")
                        .get(zone));
        LocalDate from = LocalDate.of(2015, 1, 1).plusDays(day);
        Timetable daily = Timetable.of(minute + " " + hour + " * * *", where.getId());
        List<LocalDate> days = daily.next(from.atStartOfDay(where).toInstant().minusMillis(1), 30).stream()
                .map(moment -> moment.atZone(where).toLocalDate())
                .toList();
        assertThat(days).isEqualTo(from.datesUntil(from.plusDays(30)).toList());
    }
}
