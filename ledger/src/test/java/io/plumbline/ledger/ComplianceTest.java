package io.plumbline.ledger;

import static io.plumbline.ledger.Day.ANY;
import static io.plumbline.ledger.Day.EACH;
import static io.plumbline.ledger.Day.EAST;
import static io.plumbline.ledger.Day.GLOBAL;
import static io.plumbline.ledger.Day.ONE;
import static io.plumbline.ledger.Day.PERSON;
import static io.plumbline.ledger.Day.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.model.BadInput;
import io.plumbline.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Score, sections, heat map and trend. */
class ComplianceTest extends OnBothDatabases {
    private Tracking tracking;
    private Compliance compliance;

    @BeforeEach
    void start() {
        tracking = new Tracking(ledger, Covering.NONE);
        compliance = new Compliance(ledger, HandCatalog.in(folder.resolve("catalog")));
    }

    private void track(Day day) {
        day.track(tracking, folder);
    }

    private static Day day(int number) {
        return Day.of(number).account(TWO, EAST);
    }

    private static ComplianceQuery all(String framework) {
        return ComplianceQuery.of(framework, Visible.ALL);
    }

    private static ComplianceQuery at(Instant moment) {
        return new ComplianceQuery("one", Set.of(), Set.of(), Optional.of(moment), Visible.ALL);
    }

    private static Instant after(int day) {
        return Day.of(day).now().plus(Duration.ofHours(1));
    }

    @Test
    void the_score_counts_scored_rules_in_accounts_by_status() {
        track(day(1).fail(EACH, ONE, EAST, "t/1")
                .pass(EACH, ONE, EAST, "t/2")
                .pass(EACH, TWO, EAST, "t/3")
                .pass(ANY, ONE, GLOBAL, ONE)
                .unit(ANY, TWO, GLOBAL, TWO, "UNKNOWN", "denied", "{}")
                .unit(PERSON, ONE, GLOBAL, "p/1", "MANUAL", "ask", "{}")
                .fail(Day.OWNER, ONE, GLOBAL, "p/1"));
        Score score = compliance.score(all("one"));
        assertThat(score).isEqualTo(new Score(2, 1, 1, 1, 1));
        assertThat(score.share()).hasValue(2.0 / 3);
        assertThat(compliance.score(all("two"))).isEqualTo(new Score(2, 2, 0, 0, 0));
        assertThat(Score.NONE.share()).isEmpty();
    }

    @Test
    void a_view_has_every_control_and_section_in_the_frameworks_order() {
        track(day(1).fail(EACH, ONE, EAST, "t/1")
                .pass(EACH, ONE, EAST, "t/2")
                .pass(EACH, TWO, EAST, "t/3")
                .rules(EACH, ANY, PERSON));
        ComplianceView view = compliance.view(all("one"));
        assertThat(view.controls())
                .extracting(
                        control -> control.control().control(),
                        ComplianceView.Control::status,
                        ComplianceView.Control::accounts,
                        ComplianceView.Control::accountsFailing)
                .containsExactly(
                        tuple("1.1", Status.NOT_APPLICABLE, 2L, 0L),
                        tuple("2.1", Status.FAIL, 2L, 1L),
                        tuple("2.2", Status.NOT_APPLICABLE, 2L, 0L),
                        // Nobody judged by it, which is not good.
                        tuple("2.3", Status.UNKNOWN, 0L, 0L));
        assertThat(view.controls().get(1).counts()).isEqualTo(new Counts(2, 1, 0, 0, 0, 0, 1));
        assertThat(view.sections())
                .extracting(ComplianceView.Section::id, ComplianceView.Section::score)
                .containsExactly(tuple("1", new Score(0, 0, 0, 0, 2)), tuple("2", new Score(1, 1, 0, 0, 2)));
        assertThat(view.assessment().orElseThrow().id()).isEqualTo(Day.of(1).id());
        assertThat(view.score()).isEqualTo(new Score(1, 1, 0, 0, 4));
    }

    @Test
    void before_the_first_scan_there_is_nothing_and_nothing_is_green() {
        ComplianceView view = compliance.view(all("one"));
        assertThat(view.score()).isEqualTo(Score.NONE);
        assertThat(view.assessment()).isEmpty();
        assertThat(view.controls()).extracting(ComplianceView.Control::status).containsOnly(Status.UNKNOWN);
        assertThat(compliance.trend(all("one"), Day.FIRST)).isEmpty();
        assertThat(compliance.heat(all("one"))).isEmpty();
    }

    @Test
    void an_account_that_was_not_entered_is_unknown_everywhere() {
        track(day(1).fail(EACH, ONE, EAST, "t/1").pass(EACH, TWO, EAST, "t/3"));
        track(new Day(2).account(TWO, EAST).closed(ONE).pass(EACH, TWO, EAST, "t/3"));
        assertThat(compliance.scores(all("one")).get(ONE)).isEqualTo(new Score(0, 0, 3, 0, 0));
    }

    @Test
    void the_past_stays_as_it_was() {
        track(day(1).fail(EACH, ONE, EAST, "t/1").pass(EACH, TWO, EAST, "t/3"));
        track(day(3).pass(EACH, ONE, EAST, "t/1").pass(EACH, TWO, EAST, "t/3"));
        assertThat(compliance.score(at(after(0)))).isEqualTo(Score.NONE);
        assertThat(compliance.score(at(after(2)))).isEqualTo(new Score(1, 1, 0, 0, 4));
        assertThat(compliance.score(at(after(3)))).isEqualTo(new Score(2, 0, 0, 0, 4));
        assertThat(compliance.score(all("one"))).isEqualTo(new Score(2, 0, 0, 0, 4));
        assertThat(compliance.view(at(after(2))).assessment().orElseThrow().id())
                .isEqualTo(Day.of(1).id());
    }

    @Test
    void the_trend_has_a_point_for_each_assessment_and_ends_with_the_score() {
        track(day(1).fail(EACH, ONE, EAST, "t/1").fail(EACH, TWO, EAST, "t/3"));
        track(day(2).pass(EACH, ONE, EAST, "t/1").fail(EACH, TWO, EAST, "t/3"));
        track(day(3).pass(EACH, ONE, EAST, "t/1").suspendedInstead(TWO));
        List<ComplianceView.Point> trend = compliance.trend(all("one"), Day.FIRST);
        assertThat(trend)
                .extracting(ComplianceView.Point::at, ComplianceView.Point::score)
                .containsExactly(
                        tuple(Day.of(1).now(), new Score(0, 2, 0, 0, 4)),
                        tuple(Day.of(2).now(), new Score(1, 1, 0, 0, 4)),
                        tuple(Day.of(3).now(), new Score(1, 0, 0, 0, 2)));
        assertThat(trend.getLast().score()).isEqualTo(compliance.score(all("one")));
        for (int day = 1; day <= 3; day++) {
            assertThat(compliance.trend(at(after(day)), Day.FIRST).getLast().score())
                    .isEqualTo(compliance.score(at(after(day))))
                    .isEqualTo(trend.get(day - 1).score());
        }
        assertThat(compliance.trend(all("one"), after(1))).hasSize(2);
    }

    @Test
    void an_exception_shows_at_once_and_in_the_trend() {
        track(day(1).fail(EACH, ONE, EAST, "t/1"));
        Instant approved = after(1);
        ledger.write(handle -> {
            handle.execute("update finding set exception = 'E-1'");
            ControlStates.recount(handle, approved, Set.of(new RuleAccount(EACH, ONE), new RuleAccount("other", TWO)));
            return 0;
        });
        assertThat(compliance.score(at(approved.minusMillis(1)))).isEqualTo(new Score(0, 1, 0, 0, 5));
        assertThat(compliance.score(at(approved))).isEqualTo(new Score(1, 0, 0, 0, 5));
        assertThat(compliance.trend(all("one"), Day.FIRST).getLast().score()).isEqualTo(compliance.score(all("one")));
        assertThat(compliance.history(EACH, Set.of(), Visible.ALL))
                .filteredOn(change -> change.accountId().equals(ONE))
                .extracting(ComplianceView.RuleChange::was, ComplianceView.RuleChange::status)
                .containsExactly(tuple(Optional.of(Status.FAIL), Status.PASS), tuple(Optional.empty(), Status.FAIL));
    }

    @Test
    void two_recounts_of_one_moment_are_one_change() {
        track(day(1).fail(EACH, ONE, EAST, "t/1"));
        Set<RuleAccount> place = Set.of(new RuleAccount(EACH, ONE));
        ledger.write(handle -> {
            handle.execute("update finding set exception = 'E-1'");
            ControlStates.recount(handle, after(1), place);
            handle.execute("update finding set exception = null");
            ControlStates.recount(handle, after(1), place);
            ControlStates.recount(handle, Day.FIRST, place);
            return 0;
        });
        assertThat(compliance.history(EACH, Set.of(ONE), Visible.ALL)).hasSize(2);
        assertThat(compliance.score(all("one"))).isEqualTo(new Score(0, 1, 0, 0, 5));
    }

    @Test
    void results_and_heat_map_are_of_the_same_numbers() {
        track(day(1).fail(EACH, ONE, EAST, "t/1").pass(EACH, TWO, EAST, "t/3").pass(PERSON, TWO, GLOBAL, "p/1"));
        assertThat(compliance.heat(all("one")))
                .containsExactly(
                        new ComplianceView.HeatRow(
                                ONE, "name of " + ONE, List.of(Counts.NONE, new Counts(0, 1, 0, 0, 0, 0, 1))),
                        new ComplianceView.HeatRow(
                                TWO,
                                "name of " + TWO,
                                List.of(new Counts(1, 0, 0, 0, 0, 0, 0), new Counts(1, 0, 0, 0, 0, 0, 0))));
        Page<ComplianceView.Result> failing =
                compliance.results(all("one"), Optional.empty(), Set.of(Status.FAIL), Paging.FIRST);
        assertThat(failing.items())
                .extracting(result -> result.control().control(), ComplianceView.Result::accountId)
                .containsExactly(tuple("2.1", ONE));
        assertThat(compliance.results(all("one"), Optional.of("2.1"), Set.of(), new Paging(2, 1)))
                .satisfies(page -> assertThat(page.total()).isEqualTo(2))
                .satisfies(page -> assertThat(page.items())
                        .extracting(ComplianceView.Result::accountId)
                        .containsExactly(TWO));
    }

    @Test
    void who_sees_one_account_sees_nothing_of_another() {
        track(day(1).fail(EACH, ONE, EAST, "t/1").pass(EACH, TWO, EAST, "t/3"));
        ComplianceQuery two = ComplianceQuery.of("one", Visible.only(Set.of(TWO)));
        assertThat(compliance.score(two)).isEqualTo(new Score(1, 0, 0, 0, 2));
        assertThat(compliance.heat(two))
                .extracting(ComplianceView.HeatRow::accountId)
                .containsExactly(TWO);
        assertThat(compliance
                        .results(two, Optional.empty(), Set.of(), Paging.FIRST)
                        .items())
                .extracting(ComplianceView.Result::accountId)
                .containsOnly(TWO);
        assertThat(compliance.trend(two, Day.FIRST).getLast().score()).isEqualTo(new Score(1, 0, 0, 0, 2));
        assertThat(compliance.history(EACH, Set.of(ONE), two.visible())).isEmpty();
        assertThat(compliance.score(new ComplianceQuery("one", Set.of(ONE), Set.of(), Optional.empty(), two.visible())))
                .isEqualTo(Score.NONE);
    }

    @Test
    void units_of_the_organization_are_chosen_by_name_path_or_id() {
        track(day(1).fail(EACH, ONE, EAST, "t/1"));
        for (String unit : List.of("Unit", "Root/Unit", "ou-1", "r-1")) {
            assertThat(compliance.scores(
                            new ComplianceQuery("one", Set.of(), Set.of(unit), Optional.empty(), Visible.ALL)))
                    .as(unit)
                    .hasSize(2);
        }
        assertThat(compliance.scores(
                        new ComplianceQuery("one", Set.of(), Set.of("Other"), Optional.empty(), Visible.ALL)))
                .isEmpty();
    }

    @Test
    void a_framework_that_is_not_there_is_told() {
        assertThatThrownBy(() -> compliance.score(all("three")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("three");
    }
}
