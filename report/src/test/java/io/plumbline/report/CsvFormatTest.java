package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.UnitResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CsvFormatTest {
    @TempDir
    private Path folder;

    @Test
    void python_reads_back_every_unit_as_it_was() {
        ReportInput input = NastyAssessment.input();
        JsonNode rows = OtherParsers.read("csv", input, folder).get("rows");
        List<UnitResult> units = new ArrayList<>();
        input.assessment().units(units::add);
        assertThat(rows.size()).isEqualTo(units.size());
        for (int at = 0; at < units.size(); at++) {
            UnitResult unit = units.get(at);
            JsonNode row = rows.get(at);
            assertThat(row.get("unit").asString()).isEqualTo(unit.unit());
            assertThat(row.get("asset").asString()).isEqualTo(unit.asset().orElse(""));
            assertThat(row.get("reason").asString()).isEqualTo(CsvFormat.harmless(unit.reason()));
            assertThat(row.get("evidence").asString()).isEqualTo(unit.evidence());
            assertThat(row.get("status").asString()).isEqualTo(unit.status().name());
            assertThat(row.get("findingId").asString())
                    .isEqualTo(unit.findingId().value());
            assertThat(row.get("framework").asString()).isEqualTo(unit.framework());
        }
    }

    @Test
    void the_columns_are_the_contract() {
        assertThat(OtherParsers.read("csv", NastyAssessment.input(), folder)
                        .get("header")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly(
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
    }

    @Test
    void no_cell_is_a_formula() {
        JsonNode rows =
                OtherParsers.read("csv", NastyAssessment.input(), folder).get("rows");
        assertThat(rows.valueStream().flatMap(JsonNode::valueStream).map(JsonNode::asString))
                .noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r\n].*"))
                .contains(
                        "'=1+1 has no MFA",
                        "'=HYPERLINK(\"http://example.com\")",
                        "'@keys",
                        "'+fresh",
                        "'-1 the device is old; <i>really</i>");
    }

    @Property
    void a_harmless_cell_gives_the_text_back_when_the_apostrophe_is_taken(@ForAll String text) {
        String cell = CsvFormat.harmless(text);
        assertThat(cell.equals(text) || cell.equals("'" + text)).isTrue();
        assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\n].*");
    }
}
