package io.plumbline.snapshot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of snapshots: the second at which the scan began, {@code 2026-11-21T23-19-02Z}, and a number behind it where that is taken. The
 * order of the names is the order of the scans, also when the clock was set back between two of them.
 */
public final class SnapshotIds {
    private static final Pattern NUMBERED = Pattern.compile("(.*Z)-([0-9]{1,9})");

    /** Oldest first: by the moment, then by the number; names of another form by themselves. */
    public static final Comparator<String> ORDER = Comparator.comparing(SnapshotIds::moment)
            .thenComparingInt(SnapshotIds::number)
            .thenComparing(id -> id);

    private SnapshotIds() {}

    private static String moment(String id) {
        Matcher numbered = NUMBERED.matcher(id);
        return numbered.matches() ? numbered.group(1) : id;
    }

    private static int number(String id) {
        Matcher numbered = NUMBERED.matcher(id);
        return numbered.matches() ? Integer.parseInt(numbered.group(2)) : 1;
    }

    /**
     * A name that comes after all that there are. If the clock stands before the newest of them, the newest's moment is kept and counted
     * on from: what was scanned last is then still the last.
     */
    public static String fresh(Instant now, Collection<String> taken) {
        String own = now.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
        return taken.stream()
                .max(ORDER)
                .filter(newest -> ORDER.compare(own, newest) <= 0)
                .map(newest -> moment(newest) + "-" + (number(newest) + 1))
                .orElse(own);
    }
}
