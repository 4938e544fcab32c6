package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.ControlResult;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JUnitFormatTest {
    @TempDir
    private Path folder;

    @Test
    void an_account_is_a_suite_and_a_control_a_case() {
        ReportInput input = NastyAssessment.input();
        JsonNode report = OtherParsers.read("junit", input, folder);
        assertThat(report.get("suites")
                        .valueStream()
                        .map(suite -> suite.get("properties").get("accountId").asString()))
                .containsExactly(NastyUnits.QUOTES, NastyUnits.SCRIPT, NastyUnits.CLOSED_DOOR, NastyUnits.FOX);
        for (JsonNode suite : report.get("suites")) {
            List<ControlResult> controls = input.assessment().controls().stream()
                    .filter(control -> control.accountId()
                            .equals(suite.get("properties").get("accountId").asString()))
                    .toList();
            assertThat(suite.get("cases").size()).isEqualTo(controls.size());
            for (int at = 0; at < controls.size(); at++) {
                JsonNode one = suite.get("cases").get(at);
                assertThat(one.get("name").asString())
                        .isEqualTo(controls.get(at).control() + " "
                                + controls.get(at).title());
                assertThat(one.get("kind").asString()).isEqualTo(kind(controls.get(at)));
            }
        }
    }

    private static String kind(ControlResult control) {
        return switch (control.status()) {
            case PASS -> "passed";
            case FAIL -> "failure";
            case UNKNOWN -> "error";
            case MANUAL, NOT_APPLICABLE -> "skipped";
        };
    }

    @Test
    void the_counts_add_up() {
        JsonNode report = OtherParsers.read("junit", NastyAssessment.input(), folder);
        Totals totals = Totals.of(NastyAssessment.input().assessment().controls());
        assertThat(report.get("tests").asLong()).isEqualTo(totals.all());
        assertThat(report.get("failures").asLong()).isEqualTo(totals.failed());
        assertThat(report.get("errors").asLong()).isEqualTo(totals.unknown());
        assertThat(report.get("skipped").asLong()).isEqualTo(totals.manual() + totals.notApplicable());
    }

    @Test
    void a_failure_names_its_units_and_says_how_many_it_left_out() {
        JsonNode suites =
                OtherParsers.read("junit", NastyAssessment.input(), folder).get("suites");
        JsonNode first = suites.get(0).get("cases").get(0);
        assertThat(first.get("class").asString()).isEqualTo("nasty-1.1");
        assertThat(first.get("message").asString()).isEqualTo("1 of 3 failed");
        assertThat(first.get("text").asString())
                .contains("user/ana \"the, boss\"\n<script>alert(1)</script>", "=1+1 has no MFA")
                .doesNotContain("break-glass");
        assertThat(first.get("output").asString()).isEqualTo("1 failed under a valid exception.");
        assertThat(suites.get(3).get("cases").get(0).get("text").asString())
                .contains("user-0099")
                .doesNotContain("user-0100")
                .contains("… and 150 more");
        assertThat(suites.get(2).get("cases").get(0).get("text").asString()).contains("sts:AssumeRole: AccessDenied");
    }

    @Property
    void any_text_is_made_fit_for_xml(@ForAll String text) {
        assertThat(XmlText.of(text)).doesNotContainPattern("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    }
}
