package io.plumbline.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that others chose, made fit for a line of a terminal. Names in AWS may hold anything: escape sequences that would repaint the
 * screen, marks that turn the direction of reading, characters that take two columns (Unicode Standard Annex #11) or none.
 */
public final class PlainText {
    private PlainText() {}

    /** One line without anything that steers: control and format characters and line ends become spaces or go. */
    public static String clean(String text) {
        if (isAscii(text) && text.equals(text.strip()) && !text.contains("  ")) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> clean.appendCodePoint(point);
            }
        });
        return clean.toString().strip().replaceAll(" {2,}", " ");
    }

    /** How many columns a cleaned text takes. */
    public static int width(String text) {
        return isAscii(text)
                ? text.length()
                : text.codePoints().map(PlainText::width).sum();
    }

    /** Whether each character is a printable one of ASCII, as nearly every text of a large report is. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A number for people, in groups of three digits. */
    public static String number(long number) {
        String digits = Long.toString(Math.absExact(number));
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return number < 0 ? "-" + grouped : grouped.toString();
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** The blocks that terminals draw two columns wide: East Asian scripts and pictographs. */
    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115F
                        || (point >= 0x2E80 && point <= 0x303E)
                        || (point >= 0x3041 && point <= 0xA4CF)
                        || (point >= 0xA960 && point <= 0xA97F)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF00 && point <= 0xFF60)
                        || (point >= 0xFFE0 && point <= 0xFFE6)
                        || (point >= 0x16FE0 && point <= 0x1B2FF)
                        || (point >= 0x1F000 && point <= 0x1FAFF)
                        || (point >= 0x20000 && point <= 0x3FFFD));
    }

    /** At most so many columns, the last of them an ellipsis if something is missing. */
    public static String cut(String text, int columns) {
        return width(text) <= columns ? text : fitting(text, columns - 1).stripTrailing() + "…";
    }

    private static String fitting(String text, int columns) {
        StringBuilder fits = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            used += width(point);
            if (used > columns) {
                break;
            }
            fits.appendCodePoint(point);
        }
        return fits.toString();
    }

    /** Exactly so many columns, the text at their left. */
    public static String left(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(columns - width(cut));
    }

    /** Exactly so many columns, the text at their right. */
    public static String right(String text, int columns) {
        String cut = cut(text, columns);
        return " ".repeat(columns - width(cut)) + cut;
    }

    /** "name (id)" in at most so many columns: the name gives way, the id never. */
    static String account(String name, String id, int columns) {
        String label = ReportInput.accountLabel(clean(name), id);
        if (width(label) <= columns || label.equals(id)) {
            return label;
        }
        int room = columns - id.length() - 3;
        return room < 1 ? id : cut(clean(name), room) + " (" + id + ")";
    }

    /** Broken into lines of at most so many columns, between words where there are any. */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : clean(text).split(" ", -1)) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (width(line.toString()) > columns) {
                String head = fitting(line.toString(), columns);
                lines.add(head);
                line.delete(0, head.length());
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
