package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Schedules, and the scans that are made of them. */
class SchedulesTest extends OnBothDatabases {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant THREE = Instant.parse("2026-07-01T03:00:00Z");
    private static final Actor ADMIN = Actor.person("admin");
    private static final ScanScope DEV = accounts(LedgerRows.DEV);

    private static ScanScope accounts(String... ids) {
        return new ScanScope(List.of(ids), List.of(), List.of(), List.of(), false, List.of());
    }

    private Schedule nightly(String name, ScanScope scope) {
        return ledger.schedules().add(new ScheduleTerms(name, "0 3 * * *", "UTC", scope, true), ADMIN, NOW);
    }

    private ScanBegin begin(Schedule schedule, Instant now) {
        return ledger.scanRuns().begin(ScanOrder.of(schedule, Actor.CLOCK), now);
    }

    private ScanRun begun(Schedule schedule, Instant now) {
        assertThat(begin(schedule, now)).isInstanceOf(ScanBegin.Begun.class);
        return ledger.scanRuns().lastOfSchedules().get(schedule.id());
    }

    private void done(ScanRun run, String snapshot, Instant now) {
        ledger.scanRuns().end(run.id(), ScanRun.State.DONE, Optional.of(snapshot), Optional.empty(), now);
    }

    private Optional<Instant> next(Schedule schedule) {
        return ledger.schedules().get(schedule.id()).orElseThrow().next();
    }

    @Test
    void a_schedule_is_kept_as_it_was_said_and_told_in_the_audit_log() {
        ScanScope scope = new ScanScope(
                List.of(LedgerRows.PROD, LedgerRows.DEV), List.of("Dev"), List.of("eu-west-1"), List.of("aws_sqs_queue"), true, List.of("cis-1.2"));
        Schedule added = nightly("Nightly", scope);
        assertThat(ledger.schedules().all()).containsExactly(added);
        assertThat(added.next()).contains(THREE);
        assertThat(added.terms().scope().accounts()).containsExactly(LedgerRows.DEV, LedgerRows.PROD);
        ScheduleTerms off = new ScheduleTerms("Off", "0 4 * * *", "Europe/Berlin", ScanScope.STANDARD, false);
        Schedule changed = ledger.schedules().change(added.id(), off, ADMIN, NOW);
        assertThat(ledger.schedules().get(added.id())).contains(changed);
        assertThat(changed.next()).isEmpty();
        assertThat(ledger.schedules().due(NOW.plus(Duration.ofDays(9)))).isEmpty();
        ledger.schedules().remove(added.id(), ADMIN, NOW);
        assertThat(ledger.schedules().all()).isEmpty();
        assertThat(ledger.audit().page(AuditFilter.of(added.id()), Paging.FIRST).items())
                .extracting(AuditEntry::action)
                .containsExactly("schedule-removed", "schedule-changed", "schedule-added");
    }

    @Test
    void what_is_wrong_with_one_is_said_and_nothing_is_kept() {
        nightly("Nightly", DEV);
        assertThatThrownBy(() -> nightly("Nightly", DEV)).isInstanceOf(BadInput.class).hasMessageContaining("already");
        assertThatThrownBy(() -> nightly(" ", DEV)).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> nightly("Other", accounts("12"))).hasMessageContaining("twelve digits");
        assertThatThrownBy(() -> ledger.schedules()
                        .add(new ScheduleTerms("Other", "0 3 * *", "UTC", DEV, false), ADMIN, NOW))
                .hasMessageContaining("no cron expression");
        assertThatThrownBy(() -> ledger.schedules().remove("schedule-x", ADMIN, NOW))
                .hasMessageContaining("no schedule");
        assertThat(ledger.schedules().all()).hasSize(1);
    }

    @Test
    void what_was_missed_is_caught_up_once() {
        Schedule schedule = nightly("Nightly", DEV);
        assertThat(ledger.schedules().due(THREE.minusSeconds(1))).isEmpty();
        Instant later = THREE.plus(Duration.ofDays(5)).plusSeconds(60);
        assertThat(ledger.schedules().due(later)).extracting(Schedule::id).containsExactly(schedule.id());
        done(begun(schedule, later), "s1", later);
        assertThat(next(schedule)).contains(THREE.plus(Duration.ofDays(6)));
        assertThat(ledger.schedules().due(later)).isEmpty();
        assertThat(begin(schedule, later)).isEqualTo(new ScanBegin.Gone());
    }

    @Test
    void two_servers_that_find_the_same_one_due_begin_it_once() throws Exception {
        Schedule schedule = nightly("Nightly", DEV);
        try (Ledger other = Ledger.open(url);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ScanBegin>> begins = new ArrayList<>();
            for (Ledger one : List.of(ledger, other, ledger, other)) {
                begins.add(threads.submit(() -> one.scanRuns().begin(ScanOrder.of(schedule, Actor.CLOCK), THREE)));
            }
            int begun = 0;
            for (Future<ScanBegin> begin : begins) {
                begun += begin.get(30, TimeUnit.SECONDS) instanceof ScanBegin.Begun ? 1 : 0;
            }
            assertThat(begun).isOne();
        }
    }

    @Test
    void one_whose_scope_is_being_scanned_is_skipped_and_that_is_told() {
        Schedule first = nightly("First", DEV);
        Schedule second = nightly("Second", accounts(LedgerRows.DEV));
        Schedule other = nightly("Other", accounts(LedgerRows.PROD));
        ScanRun running = begun(first, THREE);
        assertThat(begin(second, THREE)).isEqualTo(new ScanBegin.Busy(running));
        ScanRun skipped = ledger.scanRuns().lastOfSchedules().get(second.id());
        assertThat(skipped.state()).isEqualTo(ScanRun.State.SKIPPED);
        assertThat(skipped.message().orElseThrow()).contains("same scope", "'First'");
        assertThat(next(second)).contains(THREE.plus(Duration.ofDays(1)));
        ledger.scanRuns().skipIfSame(ScanOrder.of(other, Actor.CLOCK), THREE);
        assertThat(next(other)).as("another scope waits").contains(THREE);
        assertThat(ledger.scanRuns().withoutSnapshot(9)).containsExactly(skipped);
        assertThat(ledger.scanRuns().begin(ScanOrder.of(second, ADMIN), THREE)).isEqualTo(new ScanBegin.Busy(running));
        assertThat(ledger.scanRuns().withoutSnapshot(9)).as("a person is told at once").containsExactly(skipped);
        done(running, "s1", THREE);
        assertThat(ledger.scanRuns().of(List.of("s1", "s2")).keySet()).containsExactly("s1");
        assertThat(ledger.scanRuns().begin(ScanOrder.of(second, ADMIN), THREE)).isInstanceOf(ScanBegin.Begun.class);
    }

    @Test
    void a_scan_that_a_servers_end_cut_off_is_begun_again_once() {
        Schedule schedule = nightly("Nightly", DEV);
        ScanRun first = begun(schedule, THREE);
        Instant later = THREE.plus(ScanRuns.SILENCE).plusSeconds(1);
        ledger.scanRuns().alive(first.id(), THREE.plusSeconds(60));
        ledger.scanRuns().giveUpSilent(later);
        assertThat(ledger.scanRuns().lastOfSchedules().get(schedule.id()).state()).isEqualTo(ScanRun.State.RUNNING);
        Instant silent = later.plusSeconds(60);
        ledger.scanRuns().giveUpSilent(silent);
        assertThat(ledger.scanRuns().lastOfSchedules().get(schedule.id()).state()).isEqualTo(ScanRun.State.INTERRUPTED);
        assertThat(next(schedule)).contains(silent);
        ScanRun second = begun(schedule, silent);
        assertThat(second.attempt()).isEqualTo(2);
        ledger.scanRuns().giveUpSilent(silent.plus(Duration.ofHours(1)));
        assertThat(next(schedule)).contains(THREE.plus(Duration.ofDays(1)));
        ScanRun nextNight = begun(schedule, THREE.plus(Duration.ofDays(1)));
        assertThat(nextNight.attempt()).isOne();
        assertThat(ledger.scanRuns().withoutSnapshot(9)).extracting(ScanRun::state).containsOnly(ScanRun.State.INTERRUPTED);
    }

    @Test
    void units_of_a_scope_are_the_accounts_that_are_known_in_them() {
        new LedgerRows(ledger).twoAccounts();
        ScanScope scope = new ScanScope(List.of("999999999999"), List.of("Dev"), List.of(), List.of(), false, List.of());
        assertThat(ledger.schedules().resolved(scope)).isEqualTo(accounts("999999999999", LedgerRows.DEV));
        assertThat(ledger.schedules().resolved(DEV)).isEqualTo(DEV);
        assertThatThrownBy(() -> ledger.schedules()
                        .resolved(new ScanScope(List.of(), List.of("None"), List.of(), List.of(), false, List.of())))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No account is known");
    }
}
