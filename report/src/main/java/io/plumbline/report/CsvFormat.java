package io.plumbline.report;

import com.google.auto.service.AutoService;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitResult;
import io.plumbline.assess.Waiver;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * One row a unit (cli.md, CSV; RFC 4180): the fields of {@code units} in JSON, then its control's title, section, category and severity,
 * the account's name and the framework. Warnings are joined by "; ", evidence is its JSON, exception is the exception's id, and what is
 * absent is an empty cell.
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
        Controls controls = new Controls(input);
        Streams.write(out, writer -> {
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            printer.printRecord(
                    "control",
                    "rule",
                    "accountId",
                    "region",
                    "unit",
                    "asset",
                    "status",
                    "reason",
                    "warnings",
                    "evidence",
                    "exception",
                    "inheritedFrom",
                    "findingId",
                    "title",
                    "section",
                    "category",
                    "severity",
                    "accountName",
                    "framework");
            input.assessment().units(unit -> row(printer, controls, unit));
            printer.flush();
        });
    }

    private static void row(CSVPrinter printer, Controls controls, UnitResult unit) {
        ControlResult control = controls.of(unit);
        Object[] cells = {
            unit.control(),
            unit.rule(),
            unit.accountId(),
            unit.region(),
            unit.unit(),
            unit.asset().orElse(""),
            unit.status().name(),
            unit.reason(),
            String.join("; ", unit.warnings()),
            unit.evidence(),
            unit.exception().map(Waiver::id).orElse(""),
            unit.inheritedFrom().orElse(""),
            unit.findingId().value(),
            control.title(),
            control.section(),
            control.category(),
            control.severity().word(),
            controls.accountName(unit.accountId()),
            unit.framework()
        };
        try {
            printer.printRecord(
                    Arrays.stream(cells).map(cell -> harmless(cell.toString())).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The CSV report could not be written: " + e.getMessage(), e);
        }
    }

    /** The text as a cell that no spreadsheet takes for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
