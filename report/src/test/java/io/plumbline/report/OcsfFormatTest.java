package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OcsfFormatTest {
    @TempDir
    private Path folder;

    private List<JsonNode> events() {
        return OtherParsers.read("ocsf", NastyAssessment.input(), folder)
                .valueStream()
                .toList();
    }

    @Test
    void every_status_has_its_place() {
        assertThat(events().stream()
                        .map(event -> event.get("status_code").asString() + " "
                                + event.get("compliance").get("status_id").asInt() + " "
                                + event.get("status").asString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "FAIL 3 New",
                        "FAIL 3 Suppressed",
                        "PASS 1 Resolved",
                        "UNKNOWN 2 Unknown",
                        "MANUAL 2 New",
                        "NOT_APPLICABLE 99 Resolved");
    }

    @Test
    void a_unit_of_two_frameworks_is_one_event_that_names_both() {
        List<JsonNode> events = events();
        assertThat(events.stream().map(event -> event.get("metadata").get("uid").asString()))
                .doesNotHaveDuplicates();
        JsonNode compliance = events.getFirst().get("compliance");
        assertThat(compliance.get("requirements").valueStream().map(JsonNode::asString))
                .containsExactly("nasty-1 1.1", "other-2 A.1");
        assertThat(compliance.get("standards").valueStream().map(JsonNode::asString))
                .containsExactly("Nasty \"Benchmark\" <1>", "Другой стандарт 2");
        assertThat(compliance.get("control").asString()).isEqualTo("1.1");
    }

    @Test
    void it_says_where_it_is_and_keeps_the_evidence() {
        JsonNode event = events().getFirst();
        assertThat(event.get("cloud").get("account").get("uid").asString()).isEqualTo(NastyUnits.QUOTES);
        assertThat(event.get("cloud").get("region").asString()).isEqualTo("global");
        assertThat(event.get("resources").get(0).get("type").asString()).isEqualTo("AwsIamUser");
        assertThat(event.get("finding_info").get("uid").asString()).hasSize(32);
        assertThat(event.get("unmapped")
                        .get("evidence")
                        .get("list")
                        .get(2)
                        .get("fox")
                        .asString())
                .isEqualTo("🦊");
        assertThat(event.get("time").asLong()).isEqualTo(NastyAssessment.NOW.toEpochMilli());
    }
}
