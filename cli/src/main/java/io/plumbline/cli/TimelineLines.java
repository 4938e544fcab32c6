package io.plumbline.cli;

import io.plumbline.inventory.Timeline;
import io.plumbline.report.PlainText;
import java.util.ArrayList;
import java.util.List;

/** A timeline as lines of text; snapshots in which nothing happened are only counted. */
final class TimelineLines {
    /** Columns of a change, so that a timeline fits where it stands below an asset. */
    private static final int WIDTH = TextTable.WIDTH - 8;

    private TimelineLines() {}

    static List<String> of(List<Timeline.Entry> timeline) {
        List<String> lines = new ArrayList<>();
        int quiet = 0;
        for (Timeline.Entry entry : timeline) {
            if (entry.event() == Timeline.Event.UNCHANGED) {
                quiet++;
            } else {
                quiet = unchanged(quiet, lines);
                lines.add(entry.snapshot() + "  " + word(entry.event())
                        + (entry.note().isEmpty() ? "" : ": " + PlainText.clean(entry.note())));
                entry.changes()
                        .forEach(change -> ChangeText.lines(change, WIDTH).forEach(line -> lines.add("    " + line)));
            }
        }
        unchanged(quiet, lines);
        return lines;
    }

    private static int unchanged(int snapshots, List<String> lines) {
        if (snapshots > 0) {
            lines.add("  unchanged in " + snapshots + (snapshots == 1 ? " snapshot" : " snapshots"));
        }
        return 0;
    }

    private static String word(Timeline.Event event) {
        return switch (event) {
            case FIRST_SEEN -> "first seen";
            case CHANGED -> "changed";
            case UNCHANGED -> "unchanged";
            case GONE -> "gone";
            case SEEN_AGAIN -> "seen again";
            case NOT_READ -> "not read";
        };
    }
}
