package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.model.FindingId;
import io.plumbline.model.Partition;
import io.plumbline.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssessmentTest {
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
    void there_is_one_row_per_control_and_active_account_in_benchmark_order() {
        world.account(World.SECOND, "ACTIVE", true)
                .account(World.FIRST, "ACTIVE", true)
                .account("777788889999", "SUSPENDED", false);
        Assessment assessment = world.assess(framework());
        assertThat(assessment.controls())
                .extracting(ControlResult::framework, ControlResult::control, ControlResult::accountId)
                .containsExactly(
                        tuple("test", "1.2", World.FIRST),
                        tuple("test", "1.2", World.SECOND),
                        tuple("test", "1.10", World.FIRST),
                        tuple("test", "1.10", World.SECOND),
                        tuple("test", "2.1", World.FIRST),
                        tuple("test", "2.1", World.SECOND));
        assertThat(assessment.accounts()).extracting(AssessedAccount::id).contains("777788889999");
        ControlResult first = assessment.controls().getFirst();
        assertThat(first.title()).isEqualTo("Each thing by itself");
        assertThat(first.section()).isEqualTo("1");
        assertThat(first.accountName()).isEqualTo("name of " + World.FIRST);
        assertThat(first.updated()).isEqualTo(World.NOW);
        assertThat(first.status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void counts_are_of_units_and_affected_of_distinct_assets_that_failed() {
        world.account(World.FIRST, "ACTIVE", true)
                .thing(World.FIRST, "us-east-1", "t/1", "bad")
                .thing(World.FIRST, "us-east-1", "t/2", "bad")
                .thing(World.FIRST, "us-east-1", "t/3", "bad")
                .thing(World.FIRST, "us-east-1", "x/no-asset", "bad")
                .thing(World.FIRST, "us-east-1", "t/4", "good")
                .thing(World.FIRST, "us-east-1", "t/5", "ask")
                .thing(World.FIRST, "us-east-1", "t/6", "none")
                .thing(World.FIRST, "us-east-1", "t/7", "odd");
        AssessmentRequest request =
                rules("each-thing").withWaivers(List.of(waiver("E", "t/3", "2027-01-01T00:00:00Z")));
        ControlResult control = world.assess(request).controls().getFirst();
        assertThat(control.framework()).isEmpty();
        assertThat(control.control()).isEqualTo("each-thing");
        assertThat(control.failed()).isEqualTo(3);
        assertThat(control.excepted()).isEqualTo(1);
        assertThat(control.checked()).isEqualTo(5);
        assertThat(control.manual()).isEqualTo(1);
        assertThat(control.notApplicable()).isEqualTo(1);
        assertThat(control.unknown()).isEqualTo(1);
        assertThat(control.affected()).isEqualTo(2);
        assertThat(control.status()).isEqualTo(Status.FAIL);
        assertThat(world.assess(request.withCountNotApplicableAsPass(true))
                        .controls()
                        .getFirst()
                        .checked())
                .isEqualTo(6);
    }

    @Test
    void units_come_in_benchmark_order_with_everything_about_them() {
        world.account(World.FIRST, "ACTIVE", true)
                .account(World.SECOND, "ACTIVE", true)
                .thing(World.SECOND, "us-east-1", "t/1", "good")
                .thing(World.FIRST, "us-east-1", "t/3", "bad")
                .thing(World.FIRST, "eu-west-1", "t/2", "good");
        List<UnitResult> units =
                world.units(framework().withWaivers(List.of(waiver("E", "t/3", "2027-01-01T00:00:00Z"))));
        assertThat(units)
                .extracting(UnitResult::control, UnitResult::accountId, UnitResult::unit)
                .containsExactly(
                        tuple("1.2", World.FIRST, "t/2"),
                        tuple("1.2", World.FIRST, "t/3"),
                        tuple("1.2", World.SECOND, "t/1"),
                        tuple("1.10", World.FIRST, World.FIRST),
                        tuple("1.10", World.SECOND, World.SECOND));
        UnitResult failed = units.get(1);
        assertThat(failed.exception()).map(Waiver::id).contains("E");
        assertThat(failed.asset()).contains("t/3");
        assertThat(failed.reason()).isEqualTo("extra is bad");
        assertThat(failed.evidence()).isEqualTo("{\"more\":null}");
        assertThat(failed.findingId()).isEqualTo(FindingId.of("each-thing", new Partition("aws"), "t/3"));
    }

    @Test
    void an_account_that_could_not_be_entered_is_unknown_in_every_control_and_one_gap() {
        world.account(World.FIRST, "ACTIVE", true)
                .account(World.SECOND, "ACTIVE", false)
                .journal(
                        World.SECOND,
                        "global",
                        "aws_account",
                        "",
                        "denied",
                        "AccessDenied",
                        "no policy of the role allows it");
        Assessment assessment = world.assess(framework());
        assertThat(assessment.controls())
                .filteredOn(control -> control.accountId().equals(World.SECOND))
                .hasSize(3)
                .allMatch(control ->
                        control.status() == Status.UNKNOWN && control.unknown() == 1 && control.checked() == 0);
        assertThat(assessment.gaps())
                .containsExactly(new Gap(
                        World.SECOND,
                        "global",
                        "aws_account",
                        "x:Ask",
                        "AccessDenied",
                        "no policy of the role allows it",
                        List.of("any-thing", "each-thing", "region-units")));
    }

    @Test
    void gaps_name_the_rules_that_need_what_is_missing() {
        world.account(World.FIRST, "ACTIVE", true)
                .thing(World.FIRST, "eu-west-1", "t/1", "good")
                .unread("t/1", "extra", "Throttling")
                .journal(World.FIRST, "us-east-1", "helper", "", "failed", "Timeout", "AWS did not answer in time");
        assertThat(world.assess(framework()).gaps())
                .containsExactly(
                        new Gap(
                                World.FIRST,
                                "eu-west-1",
                                "thing",
                                "x:Get",
                                "Throttling",
                                "",
                                List.of("any-thing", "each-thing")),
                        new Gap(
                                World.FIRST,
                                "us-east-1",
                                "helper",
                                "x:Ask",
                                "Timeout",
                                "AWS did not answer in time",
                                List.of("region-units")));
    }

    @Test
    void a_table_read_in_part_for_other_rules_is_a_gap() {
        world.account(World.FIRST, "ACTIVE", true)
                .thing(World.FIRST, "us-east-1", "t/1", "bad")
                .focus(Map.of("thing", List.of("select 'something else'")));
        assertThat(world.units(rules("any-thing")))
                .extracting(UnitResult::status, UnitResult::reason)
                .containsExactly(tuple(Status.UNKNOWN, "thing was not read in this scan"));
    }

    @Test
    void a_detail_asked_for_other_rules_rows_only_is_missed() {
        world.account(World.FIRST, "ACTIVE", true)
                .thing(World.FIRST, "us-east-1", "t/1", "bad")
                .unread("t/1", "extra", "NotRequested");
        assertThat(world.units(rules("focused"))).extracting(UnitResult::status).containsExactly(Status.UNKNOWN);
        world.focus(
                Map.of("thing.extra", List.of(catalog.rule("focused").focus().get("thing.extra"))));
        assertThat(world.units(rules("focused")))
                .as("it was asked for the rows that this rule names, and this is none of them")
                .extracting(UnitResult::reason)
                .containsExactly("seen");
    }
}
