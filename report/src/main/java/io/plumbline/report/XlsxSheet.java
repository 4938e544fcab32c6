package io.plumbline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet that is written row by row and never held. Where a sheet is full, the rows go on in a second one of the same name and a
 * number.
 */
final class XlsxSheet {
    /** Rows of a sheet and characters of a cell, at most (Microsoft, "Excel specifications and limits"). */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST = 32_767;
    private static final String CUT = " … (cut: a cell holds no more)";
    private static final int FLUSH_EVERY = 500;

    private final Workbook workbook;
    private final String name;
    private final List<Integer> widths;
    private final List<String> heads;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets = 1;
    private int rows;

    /** A sheet without heads; {@code widths} in characters. */
    XlsxSheet(Workbook workbook, String name, List<Integer> widths) {
        this(workbook, name, widths, List.of());
    }

    /** A sheet whose first row stays in sight and can filter. */
    XlsxSheet(Workbook workbook, String name, List<Integer> widths, List<String> heads) {
        this(workbook, name, widths, heads, MOST_ROWS);
    }

    XlsxSheet(Workbook workbook, String name, List<Integer> widths, List<String> heads, int mostRows) {
        this.workbook = workbook;
        this.name = name;
        this.widths = widths;
        this.heads = heads;
        this.mostRows = mostRows;
        this.sheet = begin(name);
    }

    private Worksheet begin(String title) {
        Worksheet fresh = workbook.newWorksheet(title);
        for (int i = 0; i < widths.size(); i++) {
            fresh.width(i, widths.get(i));
        }
        rows = 0;
        if (!heads.isEmpty()) {
            for (int i = 0; i < heads.size(); i++) {
                fresh.inlineString(0, i, heads.get(i));
                fresh.style(0, i).bold().set();
            }
            fresh.freezePane(0, 1);
            rows = 1;
        }
        return fresh;
    }

    /** Adds a row of texts and whole numbers. */
    void row(List<?> cells) {
        if (rows == mostRows) {
            close();
            sheets++;
            sheet = begin(name + " " + sheets);
        }
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Number number -> sheet.value(rows, i, number);
                case Object text -> sheet.inlineString(rows, i, fitting(text.toString()));
            }
        }
        rows++;
        if (rows % FLUSH_EVERY == 0) {
            flush();
        }
    }

    private static String fitting(String whole) {
        String text = XmlText.of(whole);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - CUT.length()) + CUT;
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Ends the sheet; another may begin then. */
    void close() {
        if (!heads.isEmpty() && rows > 1) {
            sheet.setAutoFilter(0, 0, rows - 1, heads.size() - 1);
        }
        try {
            sheet.finish();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private static UncheckedIOException unwritten(IOException e) {
        return new UncheckedIOException("The XLSX report could not be written: " + e.getMessage(), e);
    }
}
