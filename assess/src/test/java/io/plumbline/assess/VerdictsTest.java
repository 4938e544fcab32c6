package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import io.plumbline.model.FindingId;
import io.plumbline.model.Partition;
import io.plumbline.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {
    private static final Waiver WAIVER = new Waiver(
            "E-1",
            List.of("each-thing"),
            new Waiver.Scope(List.of(), List.of(), List.of(), List.of("t/2"), Map.of()),
            "because",
            "owner",
            "approver",
            Instant.parse("2026-12-31T00:00:00Z"));

    private final Catalog catalog = TestCatalogs.engine();
    private final World world = new World();

    @TempDir
    private Path home;

    private VerdictStore store;

    @BeforeEach
    void fill() {
        store = new VerdictStore(home);
        world.account(World.FIRST, "ACTIVE", true, "Root", "Workloads")
                .account(World.SECOND, "ACTIVE", true)
                .account("777788889999", "SUSPENDED", false)
                .account("999900001111", "ACTIVE", false)
                .thing(World.SECOND, "us-east-1", "t/4", "bad")
                .thing(World.FIRST, "us-east-1", "t/2", "bad")
                .thing(World.FIRST, "us-east-1", "t/1", "good")
                .thing(World.FIRST, "eu-west-1", "t/'3 ü\u001f", "bad")
                .thing(World.SECOND, "us-east-1", "t/no-asset", "bad")
                .tag("t/4", "team", "blue");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private AssessmentRequest request() {
        return AssessmentRequest.of(catalog, Selection.of("test")).withWaivers(List.of(WAIVER));
    }

    private Path written() {
        return store.write(world.assess(request()));
    }

    private static List<UnitResult> units(Assessment assessment) {
        List<UnitResult> units = new ArrayList<>();
        assessment.units(units::add);
        return units;
    }

    @Test
    void units_come_back_in_pages_ordered_by_account_region_and_unit() {
        written();
        try (Verdicts verdicts = store.open("2026-06-30T12-00-00Z")) {
            UnitQuery all = UnitQuery.of("each-thing");
            assertThat(verdicts.units(all, 1, 0).total()).isEqualTo(6);
            assertThat(verdicts.units(all, 3, 0).units())
                    .extracting(JudgedUnit::unit)
                    .containsExactly("t/'3 ü\u001f", "t/1", "t/2");
            assertThat(verdicts.units(all, 3, 3).units())
                    .extracting(JudgedUnit::unit)
                    .containsExactly("t/4", "t/no-asset", "999900001111");
            assertThat(verdicts.units(all, 1, 2).units())
                    .containsExactly(new JudgedUnit(
                            "each-thing",
                            World.FIRST,
                            "us-east-1",
                            "t/2",
                            Optional.of("t/2"),
                            Status.FAIL,
                            "extra is bad",
                            List.of(),
                            "{\"more\":null}",
                            Optional.of("E-1"),
                            Optional.empty(),
                            Optional.of(FindingId.of("each-thing", new Partition("aws"), "t/2"))));
        }
    }

    @Test
    void units_are_found_by_account_region_status_and_text() {
        try (Verdicts verdicts = Verdicts.open(written())) {
            assertThat(units(verdicts, Optional.of(Set.of(World.FIRST)), Set.of(), Set.of(Status.FAIL), ""))
                    .containsExactly("t/'3 ü\u001f", "t/2");
            assertThat(units(verdicts, Optional.empty(), Set.of("eu-west-1"), Set.of(), ""))
                    .containsExactly("t/'3 ü\u001f");
            assertThat(units(verdicts, Optional.empty(), Set.of(), Set.of(), "NO-asset"))
                    .containsExactly("t/no-asset");
            assertThat(units(verdicts, Optional.empty(), Set.of(), Set.of(), "'3 Ü"))
                    .containsExactly("t/'3 ü\u001f");
            assertThat(units(verdicts, Optional.empty(), Set.of(), Set.of(), "%"))
                    .isEmpty();
            assertThat(units(verdicts, Optional.of(Set.of()), Set.of(), Set.of(), ""))
                    .isEmpty();
        }
    }

    private static List<String> units(
            Verdicts verdicts, Optional<Set<String>> accounts, Set<String> regions, Set<Status> statuses, String text) {
        UnitQuery query = new UnitQuery(
                "each-thing", accounts, regions, statuses, Optional.of(text).filter(one -> !one.isEmpty()));
        List<String> found = verdicts.units(query, 500, 0).units().stream()
                .map(JudgedUnit::unit)
                .toList();
        assertThat(verdicts.units(query, 1, 0).total()).isEqualTo(found.size());
        return found;
    }

    @Test
    void a_finding_is_called_as_everywhere_else() {
        try (Verdicts verdicts = Verdicts.open(written())) {
            assertThat(verdicts.units(UnitQuery.of("each-thing"), 500, 0).units())
                    .allSatisfy(unit -> assertThat(unit.findingId())
                            .isEqualTo(
                                    unit.status() == Status.FAIL
                                            ? Optional.of(FindingId.of("each-thing", new Partition("aws"), unit.unit()))
                                            : Optional.empty()));
        }
    }

    @Test
    void failed_units_carry_the_tags_of_their_asset() {
        try (Verdicts verdicts = Verdicts.open(written())) {
            assertThat(verdicts.ask(
                            "select unit || ' ' || tags::varchar from verdict_unit where cardinality(tags) > 0 and rule = 'each-thing'",
                            row -> row.getString(1)))
                    .containsExactly("t/4 {team=blue}");
        }
    }

    @Test
    void what_comes_back_is_the_assessment_that_was_written() {
        Assessment before = world.assess(request());
        List<UnitResult> units = units(before);
        try (Verdicts verdicts = Verdicts.open(store.write(before))) {
            Assessment after = verdicts.assessment(catalog, List.of("test"), List.of(WAIVER), Optional.empty());
            assertThat(after.controls()).isEqualTo(before.controls());
            assertThat(after.accounts()).isEqualTo(before.accounts());
            assertThat(after.gaps()).isEqualTo(before.gaps()).isNotEmpty();
            assertThat(after.messages()).isEqualTo(before.messages());
            assertThat(units(after)).isEqualTo(units);
        }
    }

    @Test
    void the_parameters_that_were_used_are_kept() throws IOException {
        RuleSettings settings = new RuleSettings(
                Map.of("enough-things", Map.of("least", 1L)),
                Map.of("Workloads", Map.of("each-thing", Map.of("attestation_max_age_days", 30L))),
                Map.of());
        Path folder = store.write(world.assess(request().withSettings(settings)));
        assertThat(head(folder).settings())
                .as("of the rules that judged")
                .contains(new RuleSettings(
                        Map.of(),
                        Map.of("Workloads", Map.of("each-thing", Map.of("attestation_max_age_days", 30L))),
                        Map.of()));
        Path head = folder.resolve(Verdicts.HEAD);
        Files.writeString(head, Files.readString(head).replace("\"settings\"", "\"of_another_age\""));
        assertThat(head(folder).settings()).as("an older Plumbline kept none").isEmpty();
    }

    private static VerdictHead head(Path folder) {
        try (Verdicts verdicts = Verdicts.open(folder)) {
            return verdicts.head();
        }
    }

    @Test
    void an_exception_that_nobody_knows_any_more_is_told_by_its_id() {
        try (Verdicts verdicts = Verdicts.open(written())) {
            Assessment after = verdicts.assessment(catalog, List.of("test"), List.of(), Optional.empty());
            assertThat(units(after))
                    .filteredOn(unit -> unit.exception().isPresent())
                    .extracting(unit -> unit.exception().orElseThrow().id())
                    .containsExactly("E-1");
        }
    }

    @Test
    void an_assessment_of_some_accounts_tells_of_no_others() {
        try (Verdicts verdicts = Verdicts.open(written())) {
            Assessment some =
                    verdicts.assessment(catalog, List.of("test"), List.of(WAIVER), Optional.of(Set.of(World.SECOND)));
            assertThat(some.accounts()).extracting(AssessedAccount::id).containsExactly(World.SECOND);
            assertThat(some.controls()).extracting(ControlResult::accountId).containsOnly(World.SECOND);
            assertThat(units(some)).extracting(UnitResult::accountId).containsOnly(World.SECOND);
            assertThat(some.gaps()).extracting(Gap::accountId).doesNotContain("999900001111");
        }
    }

    @Test
    void a_rule_in_two_frameworks_is_written_once() {
        AssessmentRequest twice = AssessmentRequest.of(catalog, Selection.of("test", "test"));
        List<SelectedControl> doubled = new ArrayList<>(twice.controls());
        doubled.addAll(twice.controls());
        try (Verdicts verdicts = Verdicts.open(store.write(world.assess(new AssessmentRequest(
                twice.frameworks(),
                doubled,
                twice.settings(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Set.of(),
                Set.of(),
                Map.of()))))) {
            assertThat(verdicts.units(UnitQuery.of("each-thing"), 1, 9).total()).isEqualTo(6);
            assertThat(verdicts.head().rules())
                    .extracting(VerdictHead.JudgingRule::id)
                    .containsExactly("any-thing", "each-thing", "region-units");
        }
    }

    @Test
    void a_rule_that_reads_no_table_is_written_too() {
        RuleFolder folder = new RuleFolder(home.resolve("rules"))
                .sql("select account_id, 'global' as region, account_id as unit, null as asset, 'FAIL' as status,"
                        + " 'so it is' as reason, null as evidence from param");
        AssessmentRequest mine = AssessmentRequest.of(folder.catalog(), Selection.of());
        try (Verdicts verdicts = Verdicts.open(store.write(world.assess(mine)))) {
            assertThat(verdicts.units(UnitQuery.of("mine"), 1, 0).total()).isEqualTo(3);
        }
    }

    @Test
    void writing_again_takes_the_place_of_what_was_there() throws IOException {
        written();
        world.thing(World.FIRST, "us-east-1", "t/9", "bad");
        try (Verdicts verdicts = Verdicts.open(written())) {
            assertThat(verdicts.units(UnitQuery.of("each-thing"), 1, 9).total()).isEqualTo(7);
        }
        try (var left = Files.list(home.resolve("verdicts"))) {
            assertThat(left).extracting(Path::getFileName).hasToString("[2026-06-30T12-00-00Z]");
        }
        assertThat(store.ids()).containsExactly("2026-06-30T12-00-00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {Verdicts.UNITS, Verdicts.CONTROLS, Verdicts.GAPS, Verdicts.ACCOUNTS, Verdicts.HEAD})
    void a_damaged_file_is_named(String file) throws IOException {
        Path path = written().resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(path, bytes);
        assertThatThrownBy(() -> Verdicts.open(path.getParent()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file);
        Files.delete(path);
        assertThatThrownBy(() -> Verdicts.open(path.getParent()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file);
    }

    @Test
    void verdicts_that_are_not_there_are_told() {
        assertThatThrownBy(() -> store.open("2026-06-30T12-00-00Z"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("was not judged yet");
    }
}
