package io.plumbline.cli;

import io.plumbline.report.PlainText;
import io.plumbline.snapshot.Comparison;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints a comparison for people: a line an asset, below it a line for each field, and at the end what could not be compared. */
final class DiffLines {
    private static final int MOST_PLACES = 10;

    private final PrintWriter out;
    private final long most;
    private final Map<Comparison.Kind, Long> counts = new EnumMap<>(Comparison.Kind.class);

    /** Prints all. */
    DiffLines(PrintWriter out) {
        this(out, Long.MAX_VALUE);
    }

    /** Prints so many changes; the rest is counted only. */
    DiffLines(PrintWriter out, long most) {
        this.out = out;
        this.most = most;
    }

    void change(Comparison.Change change) {
        counts.merge(change.kind(), 1L, Long::sum);
        if (all() > most) {
            return;
        }
        String what = change.arn().isEmpty()
                ? change.accountId() + " " + change.region() + " " + change.name()
                : change.arn();
        out.printf("%-7s  %s  %s%n", change.kind().word(), change.table(), PlainText.clean(what));
        change.fields().forEach(field -> line(ChangeText.of(field)));
    }

    private void line(String text) {
        out.println(PlainText.cut("         " + PlainText.clean(text), TextTable.WIDTH));
    }

    void end(List<Comparison.NotCompared> notCompared) {
        sum();
        places(notCompared);
    }

    /** How many changes there were. */
    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The line that counts them. */
    void sum() {
        long all = all();
        out.println(all + (all == 1 ? " change: " : " changes: ")
                + counts.getOrDefault(Comparison.Kind.ADDED, 0L) + " added, "
                + counts.getOrDefault(Comparison.Kind.REMOVED, 0L) + " removed, "
                + counts.getOrDefault(Comparison.Kind.CHANGED, 0L) + " changed");
    }

    private void places(List<Comparison.NotCompared> notCompared) {
        Map<String, List<String>> places = new TreeMap<>();
        notCompared.forEach(cell -> places.computeIfAbsent(
                        cell.accountId() + " " + cell.region() + ": " + cell.why(), unused -> new ArrayList<>())
                .add(cell.table()));
        if (!places.isEmpty()) {
            out.println("Not compared, since it was not read in both:");
            places.entrySet().stream().limit(MOST_PLACES).forEach(place -> {
                List<String> tables = place.getValue();
                line(tables.getFirst() + (tables.size() > 1 ? " and " + (tables.size() - 1) + " more" : "") + ", "
                        + place.getKey());
            });
            if (places.size() > MOST_PLACES) {
                out.println("         and " + (places.size() - MOST_PLACES) + " more places (--format json names all)");
            }
        }
    }
}
