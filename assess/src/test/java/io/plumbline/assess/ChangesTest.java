package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is different between two assessments, and what may not be claimed to be. */
class ChangesTest {
    private static final String THIRD = "777788889999";

    private final Catalog catalog = TestCatalogs.engine();
    private final World before = new World();
    private final World after = new World();

    @AfterEach
    void close() {
        before.close();
        after.close();
    }

    private AssessmentRequest rules(String... rules) {
        return AssessmentRequest.of(
                catalog,
                new Selection(
                        List.of(), Set.of(rules), Set.of(), Optional.empty(), Set.of(), Set.of(), Set.of(), Map.of()));
    }

    private Changes changes(AssessmentRequest request) {
        return Changes.between(before.assess(request), after.assess(request));
    }

    private Changes changes() {
        return changes(rules("each-thing"));
    }

    private static World first(World world) {
        return world.account(World.FIRST, "ACTIVE", true);
    }

    @Test
    void of_two_equal_assessments_there_is_nothing_to_tell() {
        first(before).thing(World.FIRST, "us-east-1", "t/1", "bad");
        first(after).thing(World.FIRST, "us-east-1", "t/1", "bad");
        assertThat(changes()).isEqualTo(new Changes(List.of(), List.of(), UnitChanges.NONE, List.of()));
    }

    @Test
    void a_unit_fails_newly_whatever_it_was_before_and_is_fixed_only_when_it_passes() {
        first(before)
                .thing(World.FIRST, "us-east-1", "t/was-good", "good")
                .thing(World.FIRST, "us-east-1", "t/was-not-judged", "none")
                .thing(World.FIRST, "us-east-1", "t/was-bad", "bad")
                .thing(World.FIRST, "us-east-1", "t/is-not-judged", "bad")
                .thing(World.FIRST, "us-east-1", "t/is-gone", "bad")
                .thing(World.FIRST, "us-east-1", "t/good-and-gone", "good")
                .thing(World.FIRST, "us-east-1", "t/waits-for-a-person", "bad")
                .thing(World.FIRST, "us-east-1", "t/stays", "bad");
        first(after)
                .thing(World.FIRST, "us-east-1", "t/was-good", "bad")
                .thing(World.FIRST, "us-east-1", "t/was-not-judged", "bad")
                .thing(World.FIRST, "us-east-1", "t/was-not-there", "bad")
                .thing(World.FIRST, "us-east-1", "t/was-bad", "good")
                .thing(World.FIRST, "us-east-1", "t/is-not-judged", "none")
                .thing(World.FIRST, "us-east-1", "t/waits-for-a-person", "ask")
                .thing(World.FIRST, "us-east-1", "t/stays", "bad");
        Changes changes = changes();
        assertThat(changes.units()).isEqualTo(new UnitChanges(3, 1, 0, 2, 0));
        assertThat(changes.controls()).hasSize(1).allSatisfy(change -> {
            assertThat(change.units()).isEqualTo(changes.units());
            assertThat(change.verdictChanged()).isFalse();
        });
    }

    @Test
    void an_exception_fixes_nothing_and_one_that_expires_is_a_new_failure() {
        Waiver waiver = new Waiver(
                "E",
                List.of("each-thing"),
                new Waiver.Scope(List.of(), List.of(), List.of("eu-west-1"), List.of(), Map.of()),
                "because",
                "owner",
                "approver",
                Instant.parse("2026-12-31T00:00:00Z"));
        first(before).thing(World.FIRST, "us-east-1", "t/1", "bad").thing(World.FIRST, "eu-west-1", "t/2", "bad");
        first(after).thing(World.FIRST, "eu-west-1", "t/1", "bad").thing(World.FIRST, "us-east-1", "t/2", "bad");
        Changes changes = changes(rules("each-thing").withWaivers(List.of(waiver)));
        assertThat(changes.units()).isEqualTo(new UnitChanges(1, 0, 0, 0, 1));
    }

    @Test
    void what_the_later_scan_could_not_read_is_no_longer_known_and_never_fixed() {
        first(before)
                .thing(World.FIRST, "us-east-1", "t/bad", "bad")
                .thing(World.FIRST, "us-east-1", "t/good", "good")
                .thing(World.FIRST, "us-east-1", "t/detail", "bad")
                .thing(World.FIRST, "eu-west-1", "t/elsewhere", "bad");
        first(after)
                .thing(World.FIRST, "us-east-1", "t/detail", "good")
                .unread("t/detail", "extra", "AccessDenied")
                .journal(World.FIRST, "us-east-1", "thing", "", "denied", "AccessDenied", "");
        Changes changes = changes();
        assertThat(changes.units()).isEqualTo(new UnitChanges(0, 0, 3, 1, 0));
        assertThat(changes.controls())
                .extracting(
                        change -> change.before().status(),
                        change -> change.after().status())
                .containsExactly(tuple(Status.FAIL, Status.UNKNOWN));
    }

    @Test
    void where_nothing_was_and_now_nobody_can_look_one_unit_stands_for_it() {
        first(before);
        first(after).journal(World.FIRST, "us-east-1", "thing", "", "denied", "AccessDenied", "");
        Changes changes = changes();
        assertThat(changes.units()).isEqualTo(new UnitChanges(0, 0, 1, 0, 0));
        assertThat(changes.controls()).hasSize(1);
    }

    @Test
    void what_can_be_read_again_may_fail_newly() {
        first(before).journal(World.FIRST, "us-east-1", "thing", "", "denied", "AccessDenied", "");
        first(after).thing(World.FIRST, "us-east-1", "t/1", "bad");
        assertThat(changes().units()).isEqualTo(new UnitChanges(1, 0, 0, 0, 0));
    }

    @Test
    void accounts_that_only_one_scan_could_look_into_are_told_once_and_not_for_each_control() {
        before.account(World.FIRST, "ACTIVE", true)
                .account(World.SECOND, "ACTIVE", false)
                .account("gone", "ACTIVE", true)
                .account("suspended", "ACTIVE", true)
                .thing(World.FIRST, "us-east-1", "t/1", "bad")
                .thing("gone", "us-east-1", "t/2", "bad");
        after.account(World.FIRST, "ACTIVE", false)
                .account(World.SECOND, "ACTIVE", true)
                .account(THIRD, "ACTIVE", true)
                .account("suspended", "SUSPENDED", false)
                .thing(World.SECOND, "us-east-1", "t/3", "bad")
                .thing(THIRD, "us-east-1", "t/4", "bad");
        Changes changes = changes();
        assertThat(changes.controls()).isEmpty();
        assertThat(changes.accounts())
                .extracting(AccountChange::kind, change -> change.account().id(), AccountChange::failed)
                .containsExactly(
                        tuple(AccountChange.Kind.CLOSED, World.FIRST, 0L),
                        tuple(AccountChange.Kind.OPENED, World.SECOND, 1L),
                        tuple(AccountChange.Kind.NEW, THIRD, 1L),
                        tuple(AccountChange.Kind.GONE, "gone", 0L),
                        tuple(AccountChange.Kind.GONE, "suspended", 0L));
        assertThat(changes.units())
                .as("the closed account's failed unit is no longer known, and no unit of the others counts")
                .isEqualTo(new UnitChanges(0, 0, 1, 0, 0));
    }

    @Test
    void a_rule_that_one_of_the_scans_was_not_for_is_not_compared() {
        first(before).thing(World.FIRST, "us-east-1", "t/1", "bad");
        before.database.execute("delete from journal where table_name = 'helper'");
        first(after).thing(World.FIRST, "us-east-1", "t/1", "good");
        Changes changes = changes(rules("each-thing", "with-helper"));
        assertThat(changes.notCompared()).containsExactly("with-helper");
        assertThat(changes.controls())
                .extracting(change -> change.after().rule())
                .containsExactly("each-thing");
    }

    @Test
    void a_rule_that_stands_in_two_controls_counts_once() {
        first(before).thing(World.FIRST, "us-east-1", "t/1", "good");
        first(after).thing(World.FIRST, "us-east-1", "t/1", "bad");
        AssessmentRequest once = rules("each-thing");
        SelectedControl control = once.controls().getFirst();
        AssessmentRequest twice = new AssessmentRequest(
                List.of("a", "b"),
                List.of(
                        new SelectedControl("a", control.control(), control.rule()),
                        new SelectedControl("b", control.control(), control.rule())),
                once.settings(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Set.of(),
                Set.of(),
                Map.of());
        Changes changes = changes(twice);
        assertThat(changes.controls()).hasSize(2);
        assertThat(changes.units()).isEqualTo(new UnitChanges(1, 0, 0, 0, 0));
    }
}
