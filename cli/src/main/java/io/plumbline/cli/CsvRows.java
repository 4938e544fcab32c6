package io.plumbline.cli;

import io.plumbline.report.CsvFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as CSV (RFC 4180), safe to open in a spreadsheet. */
final class CsvRows {
    private CsvRows() {}

    static void print(PrintWriter out, List<String> heading, List<List<?>> rows) {
        try {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(heading);
            for (List<?> row : rows) {
                printer.printRecord(row.stream()
                        .map(cell -> cell instanceof Number ? cell : CsvFormat.harmless(String.valueOf(cell))));
            }
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The rows cannot be printed: " + e.getMessage(), e);
        }
    }
}
