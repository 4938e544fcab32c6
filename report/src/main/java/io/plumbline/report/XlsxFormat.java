package io.plumbline.report;

import com.google.auto.service.AutoService;
import io.plumbline.assess.Gap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/**
 * A workbook for spreadsheets (ECMA-376): a sheet that says what was judged and how it came out, one with a row for each control and
 * account, one with a row a unit as in CSV, and one of what could not be read. Texts are stored as texts, so no name runs as a formula.
 */
@AutoService(Format.class)
public final class XlsxFormat implements Format {
    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public String fileName() {
        return "plumbline.xlsx";
    }

    @Override
    public boolean binary() {
        return true;
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        try {
            // The library stamps the workbook with the time of day; the same assessment shall give the same bytes.
            Path draft = Files.createTempFile("plumbline-", ".xlsx");
            try {
                try (OutputStream file = Files.newOutputStream(draft)) {
                    fill(input, file);
                }
                XlsxStamp.copy(draft, input.assessment().now(), out);
                out.flush();
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The XLSX report could not be written: " + e.getMessage(), e);
        }
    }

    private static void fill(ReportInput input, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Plumbline", null);
        XlsxSheet summary = new XlsxSheet(workbook, "Summary", List.of(28, 100));
        summary(input).forEach(summary::row);
        summary.close();
        XlsxSheet controls = new XlsxSheet(
                workbook,
                "Controls",
                List.of(10, 60, 30, 22, 34, 12, 12, 8, 9, 9, 11, 10, 9, 9, 9, 24),
                List.of(
                        "control",
                        "title",
                        "section",
                        "category",
                        "account",
                        "accountId",
                        "status",
                        "level",
                        "severity",
                        "failed",
                        "checked",
                        "affected",
                        "excepted",
                        "unknown",
                        "manual",
                        "framework"));
        input.assessment()
                .controls()
                .forEach(control -> controls.row(Stream.<Object>of(
                                control.control(),
                                control.title(),
                                input.sectionTitle(control),
                                control.category(),
                                control.accountName(),
                                control.accountId(),
                                control.status().name(),
                                control.level(),
                                control.severity().word(),
                                control.failed(),
                                control.checked(),
                                control.affected(),
                                control.excepted(),
                                control.unknown(),
                                control.manual(),
                                control.framework())
                        .toList()));
        controls.close();
        XlsxSheet units = new XlsxSheet(
                workbook,
                "Units",
                List.of(10, 34, 14, 14, 60, 60, 14, 60, 30, 60, 14, 14, 34, 60, 10, 22, 9, 34, 12),
                UnitRow.NAMES);
        UnitRow cells = new UnitRow(input);
        input.assessment().units(unit -> units.row(cells.of(unit)));
        units.close();
        XlsxSheet gaps = new XlsxSheet(
                workbook,
                "Could not be read",
                List.of(14, 14, 34, 40, 30, 80, 60),
                List.of("accountId", "region", "table", "action", "code", "message", "rules"));
        input.assessment().gaps().forEach(gap -> gaps.row(gap(gap)));
        gaps.close();
        workbook.finish();
    }

    private static List<String> gap(Gap gap) {
        return List.of(
                gap.accountId(),
                gap.region(),
                gap.table(),
                gap.action(),
                gap.code(),
                gap.message(),
                String.join(", ", gap.rules()));
    }

    private static List<List<?>> summary(ReportInput input) {
        Totals totals = Totals.of(input.assessment().controls());
        return List.of(
                List.of(
                        "Framework",
                        String.join(
                                ", ",
                                input.groups().stream()
                                        .map(input::frameworkTitle)
                                        .toList())),
                List.of("As of", ReportInput.minute(input.assessment().now())),
                List.of("Snapshot", input.assessment().snapshot()),
                List.of("Partition", input.assessment().partition()),
                List.of("Accounts", input.active().size()),
                List.of("Accounts not entered", input.notEntered().size()),
                List.of("Score", totals.score()),
                List.of("Passed (control × account)", totals.passed()),
                List.of("Failed", totals.failed()),
                List.of("Unknown", totals.unknown()),
                List.of("Manual", totals.manual()),
                List.of("Not applicable", totals.notApplicable()),
                List.of("Units under an exception", totals.excepted()),
                List.of("Made by", "Plumbline " + input.version()));
    }
}
