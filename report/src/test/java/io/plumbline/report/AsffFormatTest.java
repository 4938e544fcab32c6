package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AsffFormatTest {
    @TempDir
    private Path folder;

    private List<JsonNode> findings() {
        return OtherParsers.read("asff", NastyAssessment.input(), folder)
                .get("findings")
                .valueStream()
                .toList();
    }

    @Test
    void every_status_has_its_place() {
        assertThat(findings().stream()
                        .map(finding -> finding.get("Compliance")
                                        .get("StatusReasons")
                                        .get(0)
                                        .get("ReasonCode")
                                        .asString()
                                + " "
                                + finding.get("Compliance").get("Status").asString() + " "
                                + finding.get("Workflow").get("Status").asString() + " "
                                + finding.get("RecordState").asString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "PLUMBLINE_FAIL FAILED NEW ACTIVE",
                        "PLUMBLINE_FAIL FAILED SUPPRESSED ACTIVE",
                        "PLUMBLINE_PASS PASSED RESOLVED ACTIVE",
                        "PLUMBLINE_UNKNOWN NOT_AVAILABLE NEW ACTIVE",
                        "PLUMBLINE_MANUAL WARNING NEW ACTIVE",
                        "PLUMBLINE_NOT_APPLICABLE NOT_AVAILABLE RESOLVED ARCHIVED");
    }

    @Test
    void an_exception_is_the_note_of_its_finding() {
        JsonNode suppressed = findings().stream()
                .filter(finding ->
                        finding.get("Workflow").get("Status").asString().equals("SUPPRESSED"))
                .findFirst()
                .orElseThrow();
        assertThat(suppressed.get("Note").get("Text").asString())
                .contains("EX-1", "until 2026-12-31", "approver, CISO");
        assertThat(suppressed.get("Note").get("UpdatedBy").asString()).isEqualTo("@owner");
    }

    @Test
    void a_global_finding_goes_to_the_home_region_of_its_partition() {
        JsonNode finding = findings().getFirst();
        assertThat(finding.get("ProductArn").asString())
                .isEqualTo("arn:aws:securityhub:us-east-1:111122223333:product/111122223333/default");
        assertThat(finding.get("Resources").get(0).get("Type").asString()).isEqualTo("AwsIamUser");
        assertThat(finding.get("Resources").get(0).has("Region")).isFalse();
    }

    @Test
    void what_has_no_asset_is_about_its_account() {
        assertThat(findings().stream()
                        .map(finding ->
                                finding.get("Resources").get(0).get("Id").asString()))
                .contains("AWS::::Account:" + NastyUnits.CLOSED_DOOR);
    }

    @Test
    void every_kind_of_resource_is_one_that_security_hub_knows() {
        JsonNode answer = OtherParsers.read("asff", NastyAssessment.input(), folder);
        Set<String> known = answer.get("types")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(HashSet::new));
        known.add(ResourceKind.ACCOUNT);
        assertThat(known).containsAll(ResourceKind.TYPES.values());
    }

    @Property
    void a_shortened_text_is_short_whole_and_never_blank(
            @ForAll String text, @ForAll @IntRange(min = 3, max = 50) int most) {
        String shortened = AsffFormat.shortened(text, most);
        assertThat(shortened.length()).isBetween(1, most);
        assertThat(shortened).isNotBlank();
        if (text.length() > most && !text.isBlank()) {
            assertThat(Character.isHighSurrogate(shortened.charAt(shortened.length() - 2)))
                    .isFalse();
        }
    }
}
