package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SarifFormatTest {
    @TempDir
    private Path folder;

    private JsonNode run() {
        return OtherParsers.read("sarif", NastyAssessment.input(), folder)
                .get("runs")
                .get(0);
    }

    @Test
    void every_failed_unit_is_one_result_of_its_rule() {
        JsonNode run = run();
        List<JsonNode> results = run.get("results").valueStream().toList();
        assertThat(results).hasSize(NastyUnits.MANY + 3);
        assertThat(results)
                .allSatisfy(result -> assertThat(run.get("tool")
                                .get("driver")
                                .get("rules")
                                .get(result.get("ruleIndex").asInt())
                                .get("id")
                                .asString())
                        .isEqualTo(result.get("ruleId").asString()));
        assertThat(results.stream()
                        .map(result -> result.get("partialFingerprints")
                                .get("plumblineFindingId/v1")
                                .asString()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    void an_excepted_result_is_suppressed_and_the_others_say_that_they_are_not() {
        List<JsonNode> results = run().get("results").valueStream().toList();
        assertThat(results).allMatch(result -> result.get("suppressions").isArray());
        assertThat(results.stream().filter(result -> !result.get("suppressions").isEmpty()))
                .singleElement()
                .satisfies(result -> assertThat(result.get("suppressions")
                                .get(0)
                                .get("justification")
                                .asString())
                        .startsWith("=cmd"));
    }

    @Test
    void a_result_has_a_path_that_github_takes_and_the_asset_as_logical_location() {
        JsonNode location = run().get("results").get(0).get("locations").get(0);
        assertThat(location.get("physicalLocation")
                        .get("artifactLocation")
                        .get("uri")
                        .asString())
                .startsWith(
                        "aws/111122223333/global/arn:aws:iam::111122223333:user%2Fana%20%22the%2C%20boss%22%0A%3Cscript%3E");
        assertThat(location.get("logicalLocations")
                        .get(0)
                        .get("fullyQualifiedName")
                        .asString())
                .startsWith("arn:aws:iam::111122223333:user/ana \"the, boss\"\n<script>");
    }

    @Test
    void severity_is_the_level() {
        JsonNode rules = run().get("tool").get("driver").get("rules");
        assertThat(rules.valueStream()
                        .map(rule -> rule.get("id").asString() + " "
                                + rule.get("defaultConfiguration").get("level").asString()))
                .contains(
                        "iam-mfa error", "iam-keys error", "trail-on warning", "iam-contact note", "trail-never note");
    }

    @Test
    void frameworks_are_taxonomies_that_rules_refer_to() {
        JsonNode run = run();
        assertThat(run.get("taxonomies")
                        .valueStream()
                        .map(taxonomy -> taxonomy.get("name").asString()))
                .containsExactly("nasty-1", "other-2");
        assertThat(run.get("tool")
                        .get("driver")
                        .get("rules")
                        .get(0)
                        .get("relationships")
                        .valueStream()
                        .map(relationship ->
                                relationship.get("target").get("id").asString()))
                .containsExactly("1.1", "A.1");
    }

    @Test
    void what_could_not_be_read_is_a_notification() {
        assertThat(run().get("invocations")
                        .get(0)
                        .get("toolExecutionNotifications")
                        .valueStream()
                        .map(notification ->
                                notification.get("message").get("text").asString()))
                .hasSize(3)
                .anyMatch(text ->
                        text.contains("17 regions") && text.contains("kms:GetKeyRotationStatus AccessDeniedException"));
    }

    @Test
    void a_message_says_just_what_it_says() {
        assertThat(SarifFormat.literal("no trail [click](https://example.com) {1} [list] {x}"))
                .isEqualTo("no trail \\[click\\](https://example.com) {{1}} [list] {x}");
    }
}
