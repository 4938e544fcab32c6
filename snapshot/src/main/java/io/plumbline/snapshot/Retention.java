package io.plumbline.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which snapshots of one scope are worth keeping; one is kept if any of these says so. Days, weeks (from Monday) and months are UTC's, and
 * only those count in which there was a scan.
 *
 * @param last the newest so many
 * @param daily the newest of each of the last so many days
 * @param weekly the newest of each of the last so many weeks
 * @param monthly the newest of each of the last so many months
 */
public record Retention(int last, int daily, int weekly, int monthly) {

    public Retention {
        if (last < 0 || daily < 0 || weekly < 0 || monthly < 0) {
            throw new IllegalArgumentException("a policy keeps 0 or more");
        }
    }

    /** Whether it keeps nothing by itself, which nobody can want. */
    public boolean keepsNothing() {
        return last + daily + weekly + monthly == 0;
    }

    /**
     * Those to keep, each with the reason.
     *
     * @param newestFirst ids with the snapshots' times
     */
    Map<String, String> kept(Map<String, Instant> newestFirst) {
        Map<String, String> kept = new LinkedHashMap<>();
        newestFirst.keySet().stream().limit(last).forEach(id -> kept.put(id, "one of the last"));
        keep(newestFirst, kept, daily, Retention::day, "the last of its day");
        keep(newestFirst, kept, weekly, Retention::week, "the last of its week");
        keep(newestFirst, kept, monthly, time -> YearMonth.from(day(time)), "the last of its month");
        return kept;
    }

    private static void keep(
            Map<String, Instant> newestFirst,
            Map<String, String> kept,
            int most,
            Function<Instant, Object> span,
            String why) {
        Set<Object> seen = new HashSet<>();
        newestFirst.forEach((id, time) -> {
            if (seen.size() < most && seen.add(span.apply(time))) {
                kept.putIfAbsent(id, why);
            }
        });
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Object week(Instant time) {
        LocalDate day = day(time);
        return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
