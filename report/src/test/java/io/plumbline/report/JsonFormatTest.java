package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.UnitResult;
import io.plumbline.model.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JsonFormatTest {
    private static final List<String> CONTROL = List.of(
            "control",
            "rule",
            "title",
            "section",
            "category",
            "level",
            "scored",
            "severity",
            "accountId",
            "accountName",
            "status",
            "failed",
            "checked",
            "excepted",
            "notApplicable",
            "manual",
            "unknown",
            "affected",
            "updated");
    private static final List<String> UNIT = List.of(
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
            "findingId");

    @TempDir
    private Path folder;

    @Test
    void one_framework_gives_exactly_the_fields_of_the_contract_in_their_order() {
        JsonNode document =
                OtherParsers.read("json", NastyAssessment.input(List.of("nasty-1"), TableOptions.PLAIN), folder);
        assertThat(document.propertyNames())
                .containsExactly(
                        "schema", "framework", "snapshot", "now", "controls", "units", "gaps", "accounts", "messages");
        assertThat(document.get("controls").valueStream())
                .allSatisfy(row -> assertThat(row.propertyNames()).containsExactlyElementsOf(CONTROL));
        assertThat(document.get("units").valueStream())
                .allSatisfy(row -> assertThat(row.propertyNames()).containsExactlyElementsOf(UNIT));
        assertThat(document.get("gaps").get(0).propertyNames())
                .containsExactly("accountId", "region", "table", "action", "code", "rules", "message");
        assertThat(document.get("schema").asInt()).isEqualTo(1);
        assertThat(document.get("framework").asString()).isEqualTo("nasty-1");
        assertThat(document.get("now").asString()).isEqualTo("2026-11-21T23:19:02Z");
    }

    @Test
    void of_several_frameworks_every_row_says_which() {
        JsonNode document = OtherParsers.read("json", NastyAssessment.input(), folder);
        assertThat(document.get("framework").asString()).isEqualTo("nasty-1");
        assertThat(document.get("frameworks").valueStream().map(JsonNode::asString))
                .containsExactly("nasty-1", "other-2");
        assertThat(document.get("controls")
                        .valueStream()
                        .map(row -> row.get("framework").isNull()
                                ? "none"
                                : row.get("framework").asString()))
                .contains("nasty-1", "other-2", "none");
        assertThat(document.get("units").valueStream())
                .allSatisfy(row -> assertThat(row.has("framework")).isTrue());
    }

    @Test
    void python_reads_back_every_unit_as_it_was() {
        ReportInput input = NastyAssessment.input();
        JsonNode rows = OtherParsers.read("json", input, folder).get("units");
        List<UnitResult> units = new ArrayList<>();
        input.assessment().units(units::add);
        assertThat(rows.size()).isEqualTo(units.size());
        for (int at = 0; at < units.size(); at++) {
            assertThat(rows.get(at).get("unit").asString())
                    .isEqualTo(units.get(at).unit());
            assertThat(rows.get(at).get("reason").asString())
                    .isEqualTo(units.get(at).reason());
            assertThat(rows.get(at).get("asset").isNull())
                    .isEqualTo(units.get(at).asset().isEmpty());
            assertThat(rows.get(at).get("exception").isNull())
                    .isEqualTo(units.get(at).exception().isEmpty());
        }
    }

    @Test
    void evidence_is_json_and_an_exception_names_who_answers_for_it() {
        JsonNode units =
                OtherParsers.read("json", NastyAssessment.input(), folder).get("units");
        assertThat(units.get(0).get("evidence").get("list").get(2).get("fox").asString())
                .isEqualTo("🦊");
        assertThat(units.get(1).get("status").asString()).isEqualTo(Status.FAIL.name());
        assertThat(units.get(1).get("exception").propertyNames())
                .containsExactly("id", "reason", "owner", "approver", "expires");
        assertThat(units.get(1).get("exception").get("owner").asString()).isEqualTo("@owner");
    }

    @Test
    void accounts_that_are_only_listed_are_listed() {
        JsonNode accounts =
                OtherParsers.read("json", NastyAssessment.input(), folder).get("accounts");
        assertThat(accounts.valueStream()
                        .map(account -> account.get("accountId").asString() + " "
                                + account.get("status").asString() + " "
                                + account.get("entered").asBoolean()))
                .contains("333344445555 ACTIVE false", "555566667777 SUSPENDED false");
    }

    @Test
    void evidence_stands_on_one_line_with_all_its_digits_and_broken_evidence_becomes_a_text() {
        assertThat(JsonOut.line(json -> json.json("evidence", "{\"n\":12345678901234567890.5}")))
                .isEqualTo("{\"evidence\":{\"n\":12345678901234567890.5}}");
        assertThat(JsonOut.line(json -> json.json("evidence", "{\n  \"n\": 12345678901234567890.5\n}")))
                .isEqualTo("{\"evidence\":{\"n\":12345678901234567890.5}}");
        assertThat(JsonOut.line(json -> json.json("evidence", "{} {}"))).isEqualTo("{\"evidence\":\"{} {}\"}");
        assertThat(JsonOut.line(json -> json.json("evidence", "{\"n\": ")))
                .isEqualTo("{\"evidence\":\"{\\\"n\\\": \"}");
    }

    @Test
    void half_a_character_becomes_a_replacement_character() {
        assertThat(JsonOut.line(json -> json.text("name", "a\ud83eb🦊"))).isEqualTo("{\"name\":\"a\ufffdb🦊\"}");
    }
}
