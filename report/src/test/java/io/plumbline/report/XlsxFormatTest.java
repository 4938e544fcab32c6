package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.UnitResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class XlsxFormatTest {
    @TempDir
    private Path folder;

    @Test
    void openpyxl_reads_back_every_unit_and_every_control() {
        ReportInput input = NastyAssessment.input();
        JsonNode book = OtherParsers.read("xlsx", input, folder);
        JsonNode rows = book.get("sheets").get("Units");
        List<UnitResult> units = new ArrayList<>();
        input.assessment().units(units::add);
        assertThat(rows.size()).isEqualTo(units.size() + 1);
        assertThat(rows.get(0).valueStream().map(JsonNode::asString)).containsExactlyElementsOf(UnitRow.NAMES);
        for (int at = 0; at < units.size(); at++) {
            UnitResult unit = units.get(at);
            JsonNode row = rows.get(at + 1);
            assertThat(row.get(2).asString()).isEqualTo(unit.accountId());
            assertThat(row.get(6).asString()).isEqualTo(unit.status().name());
            assertThat(row.get(12).asString()).isEqualTo(unit.findingId().value());
        }
        assertThat(book.get("sheets").get("Controls").size())
                .isEqualTo(input.assessment().controls().size() + 1);
        assertThat(book.get("sheets").get("Could not be read").size())
                .isEqualTo(input.assessment().gaps().size() + 1);
        assertThat(book.get("frozen").asString()).isEqualTo("A2");
        assertThat(book.get("filter").asString()).isEqualTo("A1:S" + (units.size() + 1));
    }

    @Test
    void what_looks_like_a_formula_stays_a_text_as_it_was() {
        JsonNode rows = OtherParsers.read("xlsx", NastyAssessment.input(), folder)
                .get("sheets")
                .get("Units");
        List<String> reasons = new ArrayList<>();
        rows.forEach(row -> reasons.add(row.get(7).asString()));
        List<UnitResult> units = new ArrayList<>();
        NastyAssessment.input().assessment().units(units::add);
        assertThat(units.stream().map(UnitResult::reason).filter(reason -> reason.startsWith("=")))
                .isNotEmpty()
                .allMatch(reasons::contains);
    }

    @Test
    void it_is_stamped_with_the_time_of_the_assessment() throws IOException {
        ReportInput input = NastyAssessment.input();
        assertThat(OtherParsers.read("xlsx", input, folder).get("created").asString())
                .startsWith(input.assessment().now().toString().substring(0, 19));
    }

    @Test
    void a_full_sheet_goes_on_in_another() throws IOException {
        Path file = folder.resolve("full.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "Plumbline", null);
            XlsxSheet sheet = new XlsxSheet(workbook, "Units", List.of(10), List.of("number"), 4);
            for (int i = 0; i < 7; i++) {
                sheet.row(List.of(i));
            }
            sheet.row(List.of("x".repeat(40_000) + "\u0001\uD800"));
            sheet.close();
            workbook.finish();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().filter(entry -> entry.getName().startsWith("xl/worksheets/")))
                    .hasSize(3);
        }
    }
}
