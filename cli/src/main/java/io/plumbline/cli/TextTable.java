package io.plumbline.cli;

import io.plumbline.report.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows in columns that fit a line of {@value #WIDTH}: the widest columns give way first. */
final class TextTable {
    static final int WIDTH = 100;
    private static final int LEAST = 8;
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();
    private final List<String> heading;

    TextTable(String... heading) {
        this.heading = List.of(heading);
    }

    /** Adds a row; a number goes to the right of its column. */
    void add(Object... cells) {
        List<String> line = new ArrayList<>();
        for (Object cell : cells) {
            line.add(
                    cell instanceof Number number
                            ? PlainText.number(number.longValue())
                            : PlainText.clean(cell.toString()));
        }
        lines.add(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void print(PrintWriter out) {
        int[] widths = widths();
        out.println(line(heading, widths));
        lines.forEach(line -> out.println(line(line, widths)));
    }

    private int[] widths() {
        int[] widths = new int[heading.size()];
        for (int i = 0; i < widths.length; i++) {
            int at = i;
            widths[i] = Math.max(
                    heading.get(i).length(),
                    lines.stream()
                            .mapToInt(line -> PlainText.width(line.get(at)))
                            .max()
                            .orElse(0));
        }
        for (int over = total(widths) - WIDTH; over > 0; over--) {
            int widest = widest(widths);
            if (widths[widest] <= LEAST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private static String line(List<String> cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            boolean number = !cell.isEmpty()
                    && cell.chars().allMatch(one -> one >= '0' && one <= '9' || one == ',')
                    && cell.length() < 12;
            padded.add(number ? PlainText.right(cell, widths[i]) : PlainText.left(cell, widths[i]));
        }
        return String.join(GAP, padded).stripTrailing();
    }
}
