package io.plumbline.ledger;

import static io.plumbline.ledger.Day.ANY;
import static io.plumbline.ledger.Day.EACH;
import static io.plumbline.ledger.Day.EAST;
import static io.plumbline.ledger.Day.GLOBAL;
import static io.plumbline.ledger.Day.ONE;
import static io.plumbline.ledger.Day.PERSON;
import static io.plumbline.ledger.Day.TWO;
import static io.plumbline.ledger.Day.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.model.BadInput;
import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding findings, and working on them. */
class FindingsTest extends OnBothDatabases {
    private static final Actor KIM = Actor.person("kim");
    private static final Instant LATER = Day.of(9).now();

    private final List<String> audited = new ArrayList<>();
    private Findings findings;
    private FindingDesk desk;
    private Assessments assessments;

    @BeforeEach
    void start() {
        findings = new Findings(ledger);
        assessments = new Assessments(ledger);
        desk = new FindingDesk(
                ledger,
                (handle, at, actor, action, subject, detail) ->
                        audited.add(actor.name() + ' ' + action + ' ' + subject));
        track(Day.of(1)
                .account(TWO, EAST)
                .fail(EACH, ONE, EAST, "t/1")
                .fail(EACH, ONE, WEST, "t/50%_off")
                .fail(EACH, TWO, EAST, "t/3")
                .fail(PERSON, ONE, GLOBAL, "p/1")
                .fail(ANY, TWO, GLOBAL, TWO));
        track(Day.of(2)
                .account(TWO, EAST)
                .fail(EACH, ONE, WEST, "t/50%_off")
                .fail(EACH, TWO, EAST, "t/3")
                .fail(EACH, TWO, EAST, "t/4")
                .fail(PERSON, ONE, GLOBAL, "p/1")
                .fail(ANY, TWO, GLOBAL, TWO));
    }

    private void track(Day day) {
        day.track(new Tracking(ledger, Covering.NONE), folder);
    }

    private List<String> units(FindingQuery query) {
        return units(query, Visible.ALL);
    }

    private List<String> units(FindingQuery query, Visible visible) {
        Page<Finding> page = findings.page(query, FindingOrder.SEVERITY, true, Paging.FIRST, visible);
        assertThat(page.total()).isEqualTo(page.items().size()).isEqualTo(findings.count(query, visible));
        return page.items().stream().map(Finding::unit).toList();
    }

    private static FindingQuery text(String text) {
        return query(Set.of(), Set.of(), Optional.of(text));
    }

    private static FindingQuery query(Set<FindingState> states, Set<Severity> severities, Optional<String> text) {
        return new FindingQuery(
                states,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                severities,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text);
    }

    private static FindingQuery owned(FindingQuery.Owned owned) {
        return new FindingQuery(
                Set.of(),
                Optional.of(false),
                Set.of(EACH),
                Set.of(TWO),
                Set.of("Unit"),
                Set.of(EAST),
                Set.of(),
                Optional.of(owned),
                Optional.empty(),
                Optional.of(Day.FIRST),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void the_worst_and_oldest_come_first() {
        assertThat(units(FindingQuery.ALL).subList(0, 2)).containsExactly("p/1", TWO);
        assertThat(units(FindingQuery.ALL).getLast()).isEqualTo("t/4");
        assertThat(units(query(Set.of(FindingState.RESOLVED), Set.of(), Optional.empty())))
                .containsExactly("t/1");
        assertThat(units(query(Set.of(FindingState.OPEN), Set.of(Severity.HIGH), Optional.empty())))
                .containsExactly(TWO);
    }

    @Test
    void text_is_looked_for_as_it_is_written() {
        assertThat(units(text("50%_O"))).containsExactly("t/50%_off");
        assertThat(units(text("%"))).containsExactly("t/50%_off");
        assertThat(units(text("_"))).containsExactly("t/50%_off");
        assertThat(units(text("\\"))).isEmpty();
        assertThat(units(text("' or 1=1 --"))).isEmpty();
        assertThat(units(text("name of " + TWO))).hasSize(3);
    }

    @Test
    void filters_are_all_met() {
        assertThat(units(owned(new FindingQuery.Owned.ByNobody()))).containsExactly("t/3", "t/4");
        desk.change(change(Set.of(Day.finding(EACH, "t/4")), "kim"), KIM, LATER, Visible.ALL);
        assertThat(units(owned(new FindingQuery.Owned.By("kim")))).containsExactly("t/4");
        assertThat(units(owned(new FindingQuery.Owned.ByNobody()))).containsExactly("t/3");
    }

    @ParameterizedTest
    @EnumSource
    void every_order_shows_each_finding_on_one_page(FindingOrder order) {
        for (boolean descending : List.of(true, false)) {
            List<String> seen = new ArrayList<>();
            for (int page = 1; page <= 3; page++) {
                findings.page(FindingQuery.ALL, order, descending, new Paging(page, 2), Visible.ALL)
                        .items()
                        .forEach(finding -> seen.add(finding.id()));
            }
            assertThat(seen).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void groups_count_what_the_list_shows() {
        assertThat(findings.groups(FindingGroup.By.RULE, FindingQuery.ALL, Paging.FIRST, Visible.ALL)
                        .items())
                .containsExactly(
                        new FindingGroup(PERSON, PERSON, Severity.CRITICAL, 1, 1, 0, 0, 0, 1),
                        new FindingGroup(ANY, ANY, Severity.HIGH, 1, 0, 1, 0, 0, 1),
                        new FindingGroup(EACH, EACH, Severity.MEDIUM, 4, 0, 0, 4, 0, 2));
        assertThat(findings.groups(FindingGroup.By.ACCOUNT, text("t/"), Paging.FIRST, Visible.ALL)
                        .items())
                .extracting(FindingGroup::key, FindingGroup::label, FindingGroup::findings)
                .containsExactly(tuple(ONE, "name of " + ONE, 2L), tuple(TWO, "name of " + TWO, 2L));
        assertThat(findings.groups(FindingGroup.By.ASSET, FindingQuery.ALL, new Paging(1, 2), Visible.ALL)
                        .total())
                .isEqualTo(6);
    }

    @Test
    void a_finding_has_its_history() {
        FindingDetail detail =
                findings.get(Day.finding(EACH, "t/1"), Visible.ALL).orElseThrow();
        assertThat(detail.finding().resolvedAt()).contains(Day.of(2).now());
        assertThat(detail.evidence()).isEqualTo("{\"a\":1}");
        assertThat(detail.history())
                .extracting(FindingEvent::kind, FindingEvent::at, FindingEvent::actor)
                .containsExactly(
                        tuple("opened", Day.of(1).now(), "scan"),
                        tuple("resolved", Day.of(2).now(), "scan"));
        assertThat(findings.get("0".repeat(32), Visible.ALL)).isEmpty();
    }

    @Test
    void who_sees_one_account_sees_nothing_of_another() {
        Visible two = Visible.only(Set.of(TWO));
        assertThat(units(FindingQuery.ALL, two)).containsExactlyInAnyOrder(TWO, "t/3", "t/4");
        assertThat(units(FindingQuery.ALL, Visible.only(Set.of()))).isEmpty();
        assertThat(findings.groups(FindingGroup.By.ACCOUNT, FindingQuery.ALL, Paging.FIRST, two)
                        .items())
                .extracting(FindingGroup::key)
                .containsExactly(TWO);
        assertThat(findings.get(Day.finding(EACH, "t/1"), two)).isEmpty();
        assertThat(findings.movement(Day.FIRST, two)).isEqualTo(new Findings.Movement(4 - 1, 0, 0));
        assertThat(assessments
                        .differences(Optional.empty(), Day.of(2).id(), two)
                        .resolved())
                .isEmpty();
    }

    @Test
    void what_moved_since_a_moment_is_counted() {
        assertThat(findings.movement(Day.of(2).now(), Visible.ALL)).isEqualTo(new Findings.Movement(1, 1, 0));
        assertThat(findings.movement(Day.of(1).now(), Visible.ALL)).isEqualTo(new Findings.Movement(6, 1, 0));
    }

    private static FindingChange change(Set<String> ids, String owner) {
        return new FindingChange(
                ids,
                Optional.of(owner),
                Optional.of("have a look"),
                Optional.of(Disposition.FALSE_POSITIVE),
                Optional.of("https://tickets.example/T-1"));
    }

    @Test
    void people_change_findings_and_that_is_in_the_history_and_the_log() {
        String id = Day.finding(EACH, "t/4");
        assertThat(desk.change(change(Set.of(id), "kim"), KIM, LATER, Visible.ALL))
                .isOne();
        Finding finding = findings.get(id, Visible.ALL).orElseThrow().finding();
        assertThat(finding.owner()).contains("kim");
        assertThat(finding.disposition()).isEqualTo(Disposition.FALSE_POSITIVE);
        assertThat(finding.ticket()).contains("https://tickets.example/T-1");
        assertThat(finding.comments()).isOne();
        assertThat(findings.get(id, Visible.ALL).orElseThrow().history())
                .extracting(FindingEvent::kind, event -> event.text().orElse(""), FindingEvent::actor)
                .containsExactly(
                        tuple("opened", "", "scan"),
                        tuple("assigned", "kim", "kim"),
                        tuple("disposition", "false-positive", "kim"),
                        tuple("ticket", "https://tickets.example/T-1", "kim"),
                        tuple("commented", "have a look", "kim"));
        assertThat(audited).containsExactly("kim finding-changed " + id);
        assertThat(desk.change(
                        new FindingChange(
                                Set.of(id), Optional.of("kim"), Optional.empty(), Optional.empty(), Optional.empty()),
                        KIM,
                        LATER,
                        Visible.ALL))
                .isZero();
        desk.change(
                new FindingChange(Set.of(id), Optional.of(""), Optional.empty(), Optional.empty(), Optional.of("")),
                KIM,
                LATER,
                Visible.ALL);
        finding = findings.get(id, Visible.ALL).orElseThrow().finding();
        assertThat(finding.owner()).isEmpty();
        assertThat(finding.ticket()).isEmpty();
        assertThat(finding.disposition()).isEqualTo(Disposition.FALSE_POSITIVE);
        assertThat(audited).hasSize(2);
    }

    @Test
    void all_findings_are_changed_or_none() {
        String mine = Day.finding(EACH, "t/4");
        String hidden = Day.finding(PERSON, "p/1");
        assertThatThrownBy(
                        () -> desk.change(change(Set.of(mine, hidden), "kim"), KIM, LATER, Visible.only(Set.of(TWO))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(hidden);
        assertThat(findings.get(mine, Visible.ALL).orElseThrow().finding().owner())
                .isEmpty();
        assertThat(audited).isEmpty();
    }

    @Test
    void a_change_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new FindingChange(
                        Set.of("a"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Nothing is to be done");
        assertThatThrownBy(() -> new FindingChange(
                        Set.of("a"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("javascript:alert(1)")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no link");
    }

    @Test
    void differences_are_seen_from_the_end() {
        track(Day.of(3)
                .account(TWO, EAST)
                .fail(EACH, ONE, EAST, "t/1")
                .fail(EACH, ONE, EAST, "t/9")
                .fail(EACH, TWO, EAST, "t/3"));
        Assessments.Differences last =
                assessments.differences(Optional.empty(), Day.of(3).id(), Visible.ALL);
        assertThat(last.opened()).extracting(Finding::unit).containsExactly("t/9");
        assertThat(last.reopened()).extracting(Finding::unit).containsExactly("t/1");
        assertThat(last.resolved()).extracting(Finding::unit).containsExactlyInAnyOrder("p/1", TWO, "t/50%_off", "t/4");
        Assessments.Differences both =
                assessments.differences(Optional.of(Day.of(1).id()), Day.of(3).id(), Visible.ALL);
        assertThat(both.opened()).extracting(Finding::unit).containsExactly("t/9");
        // It was resolved and came back: nothing is different in the end. The fourth came and went.
        assertThat(both.reopened()).isEmpty();
        assertThat(both.resolved()).extracting(Finding::unit).containsExactlyInAnyOrder("p/1", TWO, "t/50%_off");
        assertThatThrownBy(() -> assessments.differences(
                        Optional.of(Day.of(3).id()), Day.of(1).id(), Visible.ALL))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> assessments.differences(Optional.empty(), "none", Visible.ALL))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void assessments_are_listed_newest_first() {
        assertThat(assessments.page(Paging.FIRST).items())
                .extracting(AssessmentInfo::id, AssessmentInfo::opened, AssessmentInfo::resolved)
                .containsExactly(tuple(Day.of(2).id(), 1, 1), tuple(Day.of(1).id(), 5, 0));
        assertThat(assessments.at(Day.of(2).now()))
                .map(AssessmentInfo::id)
                .contains(Day.of(1).id());
        assertThat(assessments.get("none")).isEmpty();
    }
}
