package io.plumbline.ledger;

import static io.plumbline.ledger.Day.ANY;
import static io.plumbline.ledger.Day.EACH;
import static io.plumbline.ledger.Day.EAST;
import static io.plumbline.ledger.Day.GLOBAL;
import static io.plumbline.ledger.Day.ONE;
import static io.plumbline.ledger.Day.OWNER;
import static io.plumbline.ledger.Day.PERSON;
import static io.plumbline.ledger.Day.TWO;
import static io.plumbline.ledger.Day.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of findings as scans come in. */
class TrackingTest extends OnBothDatabases {
    private Tracking tracking;

    @BeforeEach
    void start() {
        tracking = new Tracking(ledger, Covering.NONE);
    }

    private Changes track(Day day) {
        return day.track(tracking, folder);
    }

    /** Each finding as "unit state", with why it was not seen. */
    private List<String> findings() {
        return ledger.read(handle -> handle.createQuery(
                        "select unit || ' ' || state || coalesce(': ' || not_seen, '') from finding order by unit")
                .mapTo(String.class)
                .list());
    }

    private List<String> history(String rule, String unit) {
        return ledger.read(handle -> handle.createQuery(
                        "select kind || coalesce(': ' || detail, '') from finding_event where finding = ? order by id")
                .bind(0, Day.finding(rule, unit))
                .mapTo(String.class)
                .list());
    }

    @Test
    void what_fails_opens_a_finding_once() {
        Changes first = track(Day.of(1).fail(EACH, ONE, EAST, "t/1").pass(EACH, ONE, EAST, "t/2"));
        assertThat(first.opened()).isOne();
        Changes second = track(Day.of(2).fail(EACH, ONE, EAST, "t/1").pass(EACH, ONE, EAST, "t/2"));
        assertThat(second).isEqualTo(new Changes(Day.of(2).id(), 0, 0, 1, 0, 0, 0));
        assertThat(findings()).containsExactly("t/1 open");
        assertThat(history(EACH, "t/1")).containsExactly("opened");
    }

    @Test
    void an_assessment_that_is_followed_again_is_of_the_day_when_it_was_first_followed() {
        Day day = Day.of(1).fail(EACH, ONE, EAST, "t/1");
        Instant first = day.now().plusSeconds(600);
        day.track(tracking, folder, first);
        day.track(tracking, folder, first.plus(Duration.ofDays(2)));
        assertThat(ledger.assessments().at(first))
                .hasValueSatisfying(info -> assertThat(info.trackedAt()).isEqualTo(first));
        assertThat(ledger.assessments().at(first.minusMillis(1))).isEmpty();
    }

    @Test
    void what_passes_is_resolved_and_what_fails_again_is_reopened() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1"));
        Changes second = track(Day.of(2).pass(EACH, ONE, EAST, "t/1"));
        assertThat(second.resolved()).isOne();
        assertThat(findings()).containsExactly("t/1 resolved");
        Changes third = track(Day.of(3).fail(EACH, ONE, EAST, "t/1"));
        assertThat(third.reopened()).isOne();
        assertThat(history(EACH, "t/1")).containsExactly("opened", "resolved: it is good", "reopened");
        assertThat(ledger.<Long, RuntimeException>read(handle -> handle.createQuery(
                                "select reopened from finding where first_seen = ? and resolved_at is null")
                        .bind(0, Day.of(1).now().toEpochMilli())
                        .mapTo(Long.class)
                        .one()))
                .isOne();
    }

    @Test
    void what_does_not_apply_or_waits_for_a_person_is_resolved_and_what_is_unknown_is_not() {
        track(Day.of(1)
                .fail(EACH, ONE, EAST, "t/1")
                .fail(EACH, ONE, EAST, "t/2")
                .fail(EACH, ONE, EAST, "t/3"));
        track(Day.of(2)
                .unit(EACH, ONE, EAST, "t/1", "NOT_APPLICABLE", "none of it", "{}")
                .unit(EACH, ONE, EAST, "t/2", "MANUAL", "who knows", "{}")
                .unit(EACH, ONE, EAST, "t/3", "UNKNOWN", "x:Get: AccessDenied", "{}"));
        assertThat(findings()).containsExactly("t/1 resolved", "t/2 resolved", "t/3 open: x:Get: AccessDenied");
    }

    @Test
    void what_is_gone_is_resolved_where_its_cell_was_read() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1").fail(PERSON, ONE, GLOBAL, "p/1"));
        track(Day.of(2));
        assertThat(findings()).containsExactly("p/1 resolved", "t/1 resolved");
        assertThat(history(EACH, "t/1")).containsExactly("opened", "resolved: It is no longer there.");
    }

    @Test
    void what_is_gone_stays_open_where_its_cell_was_not_read() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1").fail(EACH, ONE, WEST, "t/2"));
        Day second = Day.of(2)
                .denied(ONE, WEST, "thing", EACH)
                .unit(EACH, ONE, WEST, "region:" + ONE + ":" + WEST, "UNKNOWN", "x:List: AccessDenied", "{}");
        assertThat(track(second).notSeen()).isOne();
        assertThat(findings())
                .containsExactly(
                        "t/1 resolved", "t/2 open: eu-west-1 of 111122223333 was not read: x:List AccessDenied");
    }

    @Test
    void that_a_finding_is_not_seen_is_told_once_until_it_is_seen_again() {
        track(Day.of(1).fail(EACH, ONE, WEST, "t/2"));
        track(Day.of(2).denied(ONE, WEST, "thing", EACH));
        track(Day.of(3).denied(ONE, WEST, "thing", EACH));
        track(Day.of(4).fail(EACH, ONE, WEST, "t/2"));
        assertThat(findings()).containsExactly("t/2 open");
        track(Day.of(5).denied(ONE, WEST, "thing", EACH));
        String why = "not-read: eu-west-1 of 111122223333 was not read: x:List AccessDenied";
        assertThat(history(EACH, "t/2")).containsExactly("opened", why, why);
    }

    @Test
    void what_was_taken_over_from_an_earlier_scan_resolves_nothing() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1"));
        track(Day.of(2).cell(ONE, EAST, "thing", "read", "", "2026-05-01T00-00-00Z"));
        assertThat(findings())
                .containsExactly(
                        "t/1 open: us-east-1 of 111122223333 was not read: thing was taken over from the scan 2026-05-01T00-00-00Z");
    }

    @Test
    void a_gap_of_another_rule_or_region_does_not_matter() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1"));
        track(Day.of(2)
                .gap(ONE, EAST, "other", "x:Other", "AccessDenied", PERSON)
                .gap(ONE, WEST, "thing", "x:Get", "AccessDenied", EACH));
        assertThat(findings()).containsExactly("t/1 resolved");
    }

    @Test
    void what_is_judged_over_all_regions_needs_all_regions() {
        track(Day.of(1).fail(OWNER, ONE, GLOBAL, "p/1"));
        track(Day.of(2).denied(ONE, WEST, "thing"));
        assertThat(findings()).containsExactly("p/1 open: eu-west-1 of 111122223333 was not read: x:List AccessDenied");
        track(Day.of(3));
        assertThat(findings()).containsExactly("p/1 resolved");
    }

    @Test
    void what_rests_on_another_account_needs_that_account() {
        String rests = "[{\"account_id\":\"" + TWO + "\",\"region\":null,\"table_name\":\"thing\"}]";
        track(Day.of(1).account(TWO, EAST).unit(EACH, ONE, EAST, "t/1", "FAIL", "it is bad", "{}", rests));
        track(Day.of(2).account(TWO, EAST).denied(TWO, EAST, "thing"));
        assertThat(findings()).containsExactly("t/1 open: us-east-1 of 444455556666 was not read: x:List AccessDenied");
        track(Day.of(3));
        assertThat(findings()).containsExactly("t/1 open: 444455556666 was not read: thing was not asked for");
        track(Day.of(4).account(TWO, EAST));
        assertThat(findings()).containsExactly("t/1 resolved");
    }

    @Test
    void an_account_that_cannot_be_entered_keeps_its_findings() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1").fail(ANY, ONE, GLOBAL, ONE));
        track(new Day(2).closed(ONE));
        assertThat(findings())
                .containsExactly(
                        ONE + " open: account could not be entered",
                        "t/1 open: 111122223333 was not read: sts:AssumeRole AccessDenied");
        track(Day.of(3));
        assertThat(findings()).containsExactly(ONE + " resolved", "t/1 resolved");
    }

    @Test
    void a_suspended_account_keeps_its_findings() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1"));
        track(new Day(2).suspended(ONE));
        assertThat(findings()).containsExactly("t/1 open: the account is SUSPENDED and was not read");
    }

    @Test
    void a_scan_of_some_accounts_regions_or_rules_says_nothing_of_others() {
        track(Day.of(1)
                .account(TWO, EAST, WEST)
                .fail(EACH, ONE, EAST, "t/1")
                .fail(EACH, ONE, WEST, "t/2")
                .fail(EACH, TWO, EAST, "t/3")
                .fail(PERSON, ONE, GLOBAL, "p/1")
                .fail(OWNER, ONE, GLOBAL, "p/2")
                .fail(ANY, ONE, GLOBAL, ONE));
        track(new Day(2)
                .account(ONE, EAST)
                .scope("accounts 111122223333; regions us-east-1")
                .pass(ANY, ONE, GLOBAL, ONE)
                .pass(OWNER, ONE, GLOBAL, "p/2")
                .rules(EACH, OWNER, ANY));
        assertThat(findings())
                .containsExactly(
                        // One good thing is enough, wherever.
                        ONE + " resolved",
                        "p/1 open",
                        "p/2 open: eu-west-1 of 111122223333 was left out of this scan",
                        "t/1 resolved",
                        "t/2 open",
                        "t/3 open");
    }

    @Test
    void a_region_left_out_stays_known_until_a_scan_of_every_region_lacks_it() {
        track(Day.of(1).fail(OWNER, ONE, GLOBAL, "p/2"));
        for (int day = 2; day < 4; day++) {
            track(new Day(day).account(ONE, EAST).scope("organization; regions us-east-1"));
            assertThat(findings())
                    .containsExactly("p/2 open: eu-west-1 of 111122223333 was not read: thing was not asked for");
        }
        track(new Day(4).account(ONE, EAST));
        assertThat(findings()).containsExactly("p/2 resolved");
    }

    @Test
    void a_judgement_of_some_regions_or_tags_resolves_nothing_that_is_merely_absent() {
        track(Day.of(1)
                .fail(EACH, ONE, EAST, "t/1")
                .fail(EACH, ONE, WEST, "t/2")
                .fail(EACH, ONE, EAST, "t/3"));
        track(Day.of(2).tagsAsked(Map.of("team", "blue")).pass(EACH, ONE, EAST, "t/3"));
        assertThat(findings()).containsExactly("t/1 open", "t/2 open", "t/3 resolved");
        track(Day.of(3).regionsAsked(EAST));
        assertThat(findings()).containsExactly("t/1 resolved", "t/2 open", "t/3 resolved");
    }

    @Test
    void what_changes_is_brought_up_to_date_and_what_people_said_stays() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1"));
        ledger.write(handle -> handle.execute(
                "update finding set owner = 'kim', disposition = 'investigating'," + " ticket = 'T-1', comments = 3"));
        track(Day.of(2).unit(EACH, ONE, EAST, "t/1", "FAIL", "it is worse", "{\"team\":\"blue\"}"));
        assertThat(ledger.<String, RuntimeException>read(handle -> handle.createQuery(
                                "select reason || ' ' || tags || ' ' || owner || ' ' || disposition || ' ' || ticket || ' '"
                                        + " || comments || ' ' || severity || ' ' || (last_seen - first_seen) from finding")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("it is worse {\"team\":\"blue\"} kim investigating T-1 3 2 86400000");
    }

    @Test
    void the_same_unit_of_two_accounts_is_one_finding() {
        Day day = Day.of(1).account(TWO, EAST).fail(EACH, ONE, EAST, "t/1").fail(EACH, TWO, EAST, "t/1");
        assertThat(track(day).opened()).isOne();
        track(Day.of(2)
                .account(TWO, EAST)
                .fail(EACH, ONE, EAST, "t/1")
                .unit(EACH, TWO, EAST, "t/1", "NOT_APPLICABLE", "judged elsewhere", "{}"));
        assertThat(findings()).containsExactly("t/1 open");
    }

    @Test
    void the_same_assessment_again_changes_only_what_is_different() {
        track(Day.of(1).fail(EACH, ONE, EAST, "t/1").fail(EACH, ONE, EAST, "t/2"));
        Day attested = Day.of(1).fail(EACH, ONE, EAST, "t/1").pass(EACH, ONE, EAST, "t/2");
        assertThat(attested.track(tracking, folder, attested.now().plusSeconds(3_600)))
                .isEqualTo(new Changes(attested.id(), 0, 0, 1, 1, 0, 1));
        assertThat(attested.track(tracking, folder, attested.now().plusSeconds(7_200)))
                .isEqualTo(new Changes(attested.id(), 0, 0, 1, 0, 0, 0));
        assertThat(ledger.<String, RuntimeException>read(handle -> handle.createQuery(
                                "select opened || ' ' || resolved || ' ' || reopened from assessment")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("2 1 0");
    }

    @Test
    void time_does_not_go_backwards_for_an_account() {
        track(Day.of(5));
        assertThatThrownBy(() -> track(Day.of(4)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(Day.of(5).id())
                .hasMessageContaining(ONE);
        assertThat(track(new Day(4).account(TWO, EAST)).assessment())
                .isEqualTo(Day.of(4).id());
    }

    @Test
    void verdicts_on_another_snapshot_are_refused() {
        var snapshot = Day.of(1).writeSnapshot(folder);
        try (var verdicts = io.plumbline.assess.Verdicts.open(Day.of(2).writeVerdicts(folder))) {
            assertThatThrownBy(() -> tracking.track(verdicts, snapshot, Day.FIRST))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(Day.of(1).id());
        }
    }

    @Test
    void what_goes_wrong_at_the_end_undoes_all() {
        Tracking failing = new Tracking(ledger, (handle, now) -> {
            throw new IllegalStateException("no disk");
        });
        assertThatThrownBy(() -> Day.of(1).fail(EACH, ONE, EAST, "t/1").track(failing, folder))
                .hasMessage("no disk");
        assertThat(findings()).isEmpty();
        assertThat(track(Day.of(1).fail(EACH, ONE, EAST, "t/1")).opened()).isOne();
    }

    @Test
    void exceptions_are_asked_for_after_the_findings_and_before_the_numbers() {
        Tracking covered = new Tracking(ledger, (handle, now) -> {
            handle.execute("update finding set exception = 'E-1' where unit = 't/1'");
            return Set.of(new RuleAccount(EACH, ONE));
        });
        Day.of(1).fail(EACH, ONE, EAST, "t/1").fail(EACH, ONE, EAST, "t/2").track(covered, folder);
        assertThat(ledger.<String, RuntimeException>read(handle -> handle.createQuery(
                                "select failed || ' ' || excepted || ' ' || affected || ' ' || status from control_state where rule = ?")
                        .bind(0, EACH)
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("1 1 1 FAIL");
    }
}
