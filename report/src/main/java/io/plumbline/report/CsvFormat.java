package io.plumbline.report;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * One row a unit (cli.md, CSV; RFC 4180), as {@link UnitRow} makes it.
 *
 * <p>Spreadsheets run a cell that begins with {@code =}, {@code +}, {@code -} or {@code @} (or their full-width forms), a tab or a line
 * end as a formula, and names in AWS are chosen by others: such a cell gets an apostrophe before it (OWASP, "CSV Injection"). A program
 * that needs the exact text takes the JSON.
 */
@AutoService(Format.class)
public final class CsvFormat implements Format {
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String fileName() {
        return "plumbline.csv";
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        UnitRow cells = new UnitRow(input);
        Streams.write(out, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            printer.printRecord(UnitRow.NAMES);
            input.assessment().units(unit -> row(printer, cells.of(unit)));
            printer.flush();
        });
    }

    private static void row(CSVPrinter printer, List<String> cells) {
        try {
            printer.printRecord(cells.stream().map(CsvFormat::harmless).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The CSV report could not be written: " + e.getMessage(), e);
        }
    }

    /** The text as a cell that no spreadsheet takes for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
