package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.model.BadInput;
import io.plumbline.model.Severity;
import io.plumbline.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be asked of an assessment beside the rules. */
class AssessmentOptionsTest {
    private final Catalog catalog = TestCatalogs.engine();
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private AssessmentRequest framework() {
        return AssessmentRequest.of(catalog, Selection.of("test"));
    }

    private AssessmentRequest rules(String... rules) {
        return AssessmentRequest.of(
                catalog,
                new Selection(
                        List.of(), Set.of(rules), Set.of(), Optional.empty(), Set.of(), Set.of(), Set.of(), Map.of()));
    }

    private static Waiver waiver(String id, String arn, String expires) {
        return new Waiver(
                id,
                List.of("each-thing"),
                new Waiver.Scope(List.of(), List.of(), List.of(), List.of(arn), Map.of()),
                "because",
                "owner",
                "approver",
                Instant.parse(expires));
    }

    @Test
    void a_selection_that_leaves_no_rule_judges_nothing() {
        world.account(World.FIRST, "ACTIVE", true);
        AssessmentRequest none = AssessmentRequest.of(
                catalog,
                new Selection(
                        List.of(),
                        Set.of("each-thing"),
                        Set.of("each-thing"),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of()));
        assertThat(none.controls()).isEmpty();
        assertThat(world.assess(none).controls()).isEmpty();
    }

    @Test
    void what_has_expired_is_told() {
        world.account(World.FIRST, "ACTIVE", true);
        Attestation attestation = new Attestation(
                "each-thing",
                List.of(World.FIRST),
                List.of(),
                Attestation.Answer.YES,
                "ana",
                Instant.parse("2020-01-01T00:00:00Z"),
                Optional.of("note"),
                Optional.empty(),
                Instant.parse("2027-01-01T00:00:00Z"));
        Assessment assessment = world.assess(framework()
                .withWaivers(List.of(waiver("E", "t/3", "2026-06-30T00:00:00Z")))
                .withAttestations(List.of(attestation)));
        assertThat(assessment.messages())
                .containsExactly(
                        "The exception E for each-thing of owner expired on 2026-06-29 and is not applied.",
                        "The attestation of each-thing by ana for 111122223333 of 2020-01-01 is older than the rule's"
                                + " attestation_max_age_days and does not count.");
    }

    @Test
    void parameters_may_be_set_for_all_accounts_and_for_single_ones() {
        world.account(World.FIRST, "ACTIVE", true).account(World.SECOND, "ACTIVE", true);
        RuleSettings settings = new RuleSettings(
                Map.of("enough-things", Map.of("label", "general")),
                Map.of(),
                Map.of(World.SECOND, Map.of("enough-things", Map.of("least", 0L))));
        Rule rule = catalog.rule("enough-things");
        RuleSettings.checkValue(rule, "label", "general");
        RuleSettings.checkValue(rule, "least", 0L);
        assertThat(world.units(rules("enough-things").withSettings(settings)))
                .extracting(UnitResult::accountId, UnitResult::status, UnitResult::reason)
                .containsExactly(
                        tuple(World.FIRST, Status.FAIL, "general 0"), tuple(World.SECOND, Status.PASS, "general 0"));
        assertThatThrownBy(() -> RuleSettings.checkValue(rule, "leest", 1L))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Did you mean 'least'?");
        assertThatThrownBy(() -> RuleSettings.checkValue(rule, "least", "two"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'least' of the rule enough-things must be integer");
    }

    @Test
    void now_may_be_another_than_the_snapshots() {
        world.account(World.FIRST, "ACTIVE", true);
        AssessmentRequest later = rules("enough-things").withNow(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(world.assess(later).now()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(world.units(later).getFirst().evidence()).contains("2027-01-01T00:00:00Z");
    }

    @Test
    void a_selection_narrows_rules_accounts_and_regions() {
        world.account(World.FIRST, "ACTIVE", true)
                .account(World.SECOND, "ACTIVE", true)
                .thing(World.FIRST, "us-east-1", "t/1", "good")
                .thing(World.FIRST, "eu-west-1", "t/2", "good")
                .thing(World.SECOND, "us-east-1", "t/3", "good");
        Selection narrow = new Selection(
                List.of("test"),
                Set.of(),
                Set.of("region-units"),
                Optional.of(Severity.MEDIUM),
                Set.of("test"),
                Set.of(World.FIRST),
                Set.of("us-east-1"),
                Map.of());
        List<UnitResult> units = new ArrayList<>();
        Assessment assessment = world.assess(AssessmentRequest.of(catalog, narrow));
        assessment.units(units::add);
        assertThat(units).extracting(UnitResult::unit).containsExactly("t/1", World.FIRST);
        assertThat(assessment.controls()).extracting(ControlResult::accountId).containsOnly(World.FIRST);
        Selection severe = new Selection(
                List.of(), Set.of(), Set.of(), Optional.of(Severity.CRITICAL), Set.of(), Set.of(), Set.of(), Map.of());
        assertThat(catalog.select(severe)).extracting(one -> one.rule().id()).containsExactly("enough-things");
    }

    @Test
    void tags_leave_only_units_about_assets_that_carry_them() {
        world.account(World.FIRST, "ACTIVE", true)
                .thing(World.FIRST, "us-east-1", "t/1", "good")
                .thing(World.FIRST, "us-east-1", "t/2", "good")
                .thing(World.FIRST, "us-east-1", "t/3", "good")
                .tag("t/1", "team", "web's")
                .tag("t/2", "team", "other");
        Selection tagged = new Selection(
                List.of("test"),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of("team", "web's"));
        List<UnitResult> units = new ArrayList<>();
        world.assess(AssessmentRequest.of(catalog, tagged)).units(units::add);
        assertThat(units).isNotEmpty().extracting(UnitResult::asset).containsOnly(Optional.of("t/1"));
    }

    @Test
    void what_stands_in_a_region_that_the_scan_did_not_read_is_left_out_of_its_assessment() {
        world.account(World.FIRST, "ACTIVE", true)
                .account(World.SECOND, "ACTIVE", false)
                .accountWithoutRegions("777788889999")
                .thing(World.FIRST, "us-east-1", "t/1", "bad")
                .thing(World.FIRST, "eu-west-1", "t/2", "bad")
                .thing(World.FIRST, "global", "t/3", "bad")
                .thing("777788889999", "eu-west-1", "t/4", "bad")
                .thing("777788889999", "global", "t/5", "good")
                .journal(World.FIRST, "us-east-1", "thing", "", "denied", "No", "")
                .journal(World.FIRST, "eu-west-1", "thing", "", "denied", "No", "");
        List<UnitResult> units = new ArrayList<>();
        Assessment assessment = world.assessScan(rules("each-thing"));
        assessment.units(units::add);
        assertThat(units)
                .extracting(UnitResult::accountId, UnitResult::unit, UnitResult::status)
                .containsExactly(
                        tuple(World.FIRST, "t/3", Status.FAIL),
                        tuple(World.FIRST, "region:" + World.FIRST + ":us-east-1", Status.UNKNOWN),
                        tuple(World.FIRST, "t/1", Status.FAIL),
                        tuple(World.SECOND, World.SECOND, Status.UNKNOWN),
                        tuple("777788889999", "t/5", Status.PASS));
        assertThat(assessment.controls())
                .extracting(ControlResult::failed, ControlResult::checked, ControlResult::unknown)
                .containsExactly(tuple(2L, 2L, 1L), tuple(0L, 0L, 1L), tuple(0L, 1L, 0L));
        assertThat(assessment.gaps())
                .extracting(Gap::accountId, Gap::region)
                .containsExactly(tuple(World.FIRST, "us-east-1"), tuple(World.SECOND, "global"));
        assertThat(world.units(rules("each-thing")))
                .as("where nothing says what was read, as in the cases of rules")
                .extracting(UnitResult::unit)
                .contains("t/2", "t/4");
    }

    @Test
    void an_unknown_rule_framework_or_service_is_told_with_the_nearest() {
        assertThatThrownBy(() -> rules("each-thong"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no rule 'each-thong'. Did you mean 'each-thing'?");
        assertThatThrownBy(() -> catalog.select(Selection.of("tost")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Did you mean 'test'?");
        Selection service = new Selection(
                List.of(), Set.of(), Set.of(), Optional.empty(), Set.of("tst"), Set.of(), Set.of(), Map.of());
        assertThatThrownBy(() -> catalog.select(service))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'test'");
    }

    @Test
    void many_accounts_are_streamed_in_order() {
        for (int i = 0; i < 40; i++) {
            world.account(String.format("1000000000%02d", i), "ACTIVE", true);
        }
        world.database.execute(
                "insert into thing by name select printf('1000000000%02d', i % 40) as account_id, 'us-east-1' as region,"
                        + " 't/' || printf('%06d', i) as arn, 'good' as extra from range(120000) x(i)");
        List<String> seen = new ArrayList<>();
        world.assess(rules("each-thing")).units(unit -> seen.add(unit.accountId() + unit.region() + unit.unit()));
        assertThat(seen).hasSize(120_000).isSorted();
    }
}
