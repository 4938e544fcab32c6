package io.plumbline.ledger;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.plumbline.model.BadInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The moments that a cron expression means in a time zone. The expression is followed on a clock that is never put forward or back, and
 * each of its times then looked up in the zone: one that a night in spring leaves out comes as much later, and one that a night in autumn has twice
 * comes once. So what is due daily comes once every day.
 */
public final class Timetable {
    private final ExecutionTime times;
    private final ZoneId zone;

    private Timetable(ExecutionTime times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
    }

    /**
     * Reads one.
     *
     * @param expression minute, hour, day of month, month, day of week; names of months and days are taken
     * @param zone such as {@code UTC} or {@code Europe/Berlin}
     * @throws BadInput if either is none, or no moment is meant
     */
    public static Timetable of(String expression, String zone) {
        Timetable timetable = new Timetable(times(expression), zone(zone));
        if (timetable.next(Instant.EPOCH).isEmpty()) {
            throw new BadInput("The cron expression '" + expression
                    + "' means no moment at all. Choose a day that some month has.");
        }
        return timetable;
    }

    private static ExecutionTime times(String expression) {
        try {
            return ExecutionTime.forCron(
                    new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(expression));
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "'" + expression
                            + "' is no cron expression of five fields (minute, hour, day of month, month, day of week), such as"
                            + " `0 3 * * *` for every night at three: " + e.getMessage(),
                    e);
        }
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new BadInput(
                    "There is no time zone '" + zone + "'. Name one such as UTC, Europe/Berlin or America/New_York.", e);
        }
    }

    /** The first moment after another; empty if there is none any more. */
    public Optional<Instant> next(Instant after) {
        ZonedDateTime clock = after.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZoneOffset.UTC);
        while (true) {
            Optional<ZonedDateTime> found = times.nextExecution(clock);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            clock = found.get();
            Instant moment = clock.toLocalDateTime().atZone(zone).toInstant();
            // In the second of two equal hours the clock shows times that were served in the first.
            if (moment.isAfter(after)) {
                return Optional.of(moment);
            }
        }
    }

    /** The first moments after another. */
    public List<Instant> next(Instant after, int count) {
        return Stream.iterate(next(after), Optional::isPresent, one -> next(one.orElseThrow()))
                .limit(count)
                .flatMap(Optional::stream)
                .toList();
    }
}
