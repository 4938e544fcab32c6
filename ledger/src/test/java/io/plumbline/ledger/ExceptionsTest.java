package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Waiver;
import io.plumbline.assess.WaiverFile;
import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExceptionsTest extends OnBothDatabases {
    private static final Catalog CATALOG = Catalog.load(Optional.empty());
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Actor ANA = Actor.person("ana");
    private static final Actor BOB = Actor.person("bob");
    private static final String SSH = "sg-no-public-ssh";
    private static final String GROUP = "arn:aws:ec2:eu-west-1:" + LedgerRows.DEV + ":security-group/sg-1";
    private static final Visible DEV_ONLY = Visible.only(Set.of(LedgerRows.DEV));

    private final List<RuleAccount> recounted = new ArrayList<>();
    private Exceptions exceptions;
    private LedgerRows rows;
    private String finding;

    @BeforeEach
    void one_finding() {
        exceptions = ledger.exceptions(CATALOG, (handle, at, places) -> recounted.addAll(places));
        rows = new LedgerRows(ledger).twoAccounts();
        finding = rows.finding(SSH, LedgerRows.DEV, "eu-west-1", GROUP);
    }

    private static Waiver.Scope scope(List<String> accounts, List<String> ous, List<String> arns) {
        return new Waiver.Scope(accounts, ous, List.of(), arns, Map.of());
    }

    private static Waiver.Scope dev() {
        return scope(List.of(LedgerRows.DEV), List.of(), List.of());
    }

    private static WaiverProposal proposal(Waiver.Scope scope) {
        return new WaiverProposal(
                List.of(SSH),
                scope,
                "bastion, behind a firewall",
                "carol",
                NOW.plus(Duration.ofDays(60)),
                Optional.empty());
    }

    private WaiverEntry proposed(Waiver.Scope scope) {
        return exceptions.propose(proposal(scope), ANA, Visible.ALL, NOW);
    }

    private WaiverEntry approved(Waiver.Scope scope) {
        return exceptions.approve(proposed(scope).id(), Optional.empty(), BOB, Visible.ALL, NOW);
    }

    private WaiverState stateAt(String id, Instant moment) {
        return exceptions.get(id, Visible.ALL, moment).orElseThrow().state();
    }

    @Test
    void one_person_asks_and_another_approves() {
        WaiverEntry asked = proposed(dev());
        assertThat(asked.state()).isEqualTo(WaiverState.PROPOSED);
        assertThat(rows.covering(finding)).isEmpty();
        assertThat(recounted).isEmpty();

        WaiverEntry approved = exceptions.approve(asked.id(), Optional.of("until the VPN"), BOB, Visible.ALL, NOW);
        assertThat(approved.state()).isEqualTo(WaiverState.ACTIVE);
        assertThat(approved.covers()).isOne();
        assertThat(approved.note()).contains("until the VPN");
        assertThat(rows.covering(finding)).isEqualTo(asked.id());
        assertThat(rows.history(finding)).containsExactly("excepted bob " + asked.id());
        assertThat(recounted).containsExactly(new RuleAccount(SSH, LedgerRows.DEV));
        assertThat(exceptions.history(asked.id(), Visible.ALL, NOW))
                .extracting(AuditEntry::actor, AuditEntry::action)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bob", "exception-approved"),
                        org.assertj.core.groups.Tuple.tuple("ana", "exception-proposed"));
        assertThat(exceptions.inForce(NOW))
                .containsExactly(
                        new Waiver(asked.id(), List.of(SSH), dev(), asked.reason(), "carol", "bob", asked.expires()));
    }

    @Test
    void neither_who_asked_nor_the_owner_approves() {
        String id = proposed(dev()).id();
        for (String name : List.of("ana", "ANA", "carol")) {
            assertThatThrownBy(() -> exceptions.approve(id, Optional.empty(), Actor.person(name), Visible.ALL, NOW))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("another person approves it");
        }
        assertThat(stateAt(id, NOW)).isEqualTo(WaiverState.PROPOSED);
    }

    @Test
    void what_was_rejected_stays_so() {
        String id = proposed(dev()).id();
        assertThat(exceptions
                        .reject(id, Optional.of("close it"), BOB, Visible.ALL, NOW)
                        .state())
                .isEqualTo(WaiverState.REJECTED);
        assertThatThrownBy(() -> exceptions.approve(id, Optional.empty(), BOB, Visible.ALL, NOW))
                .hasMessageContaining("is rejected, and only one that is proposed can be approved");
        assertThatThrownBy(() -> exceptions.end(id, Optional.empty(), BOB, Visible.ALL, NOW))
                .hasMessageContaining("only one in force can be ended");
    }

    @Test
    void what_is_ended_covers_nothing_from_then_on() {
        String id = approved(dev()).id();
        assertThat(exceptions.end(id, Optional.empty(), ANA, Visible.ALL, NOW).state())
                .isEqualTo(WaiverState.ENDED);
        assertThat(rows.covering(finding)).isEmpty();
        assertThat(rows.history(finding)).containsExactly("excepted bob " + id, "exception-ended ana " + id);
        assertThat(recounted).hasSize(2);
    }

    @Test
    void time_alone_brings_it_near_its_end_and_over() {
        String id = approved(dev()).id();
        Instant end = NOW.plus(Duration.ofDays(60));
        assertThat(stateAt(id, end.minus(Duration.ofDays(31)))).isEqualTo(WaiverState.ACTIVE);
        assertThat(stateAt(id, end.minus(Duration.ofDays(30)))).isEqualTo(WaiverState.EXPIRING);
        assertThat(stateAt(id, end)).isEqualTo(WaiverState.EXPIRED);
        exceptions.passTime(end.minusMillis(1));
        assertThat(rows.covering(finding)).isEqualTo(id);
        exceptions.passTime(end);
        assertThat(rows.covering(finding)).isEmpty();
        assertThat(rows.history(finding)).endsWith("exception-ended clock " + id);
        assertThat(recounted).hasSize(2);
    }

    @Test
    void of_two_that_cover_a_finding_the_first_proposed_is_named() {
        String first = proposed(dev()).id();
        String second = exceptions
                .propose(proposal(dev()), ANA, Visible.ALL, NOW.plusSeconds(1))
                .id();
        exceptions.approve(second, Optional.empty(), BOB, Visible.ALL, NOW);
        assertThat(rows.covering(finding)).isEqualTo(second);
        exceptions.approve(first, Optional.empty(), BOB, Visible.ALL, NOW);
        assertThat(rows.covering(finding)).isEqualTo(first);
        assertThat(recounted).as("it was covered before, too").hasSize(1);
    }

    @Test
    void a_renewal_is_asked_for_anew_and_names_the_old_one() {
        String old = approved(dev()).id();
        WaiverProposal renewal = new WaiverProposal(
                List.of(SSH), dev(), "still the bastion", "carol", NOW.plus(Duration.ofDays(300)), Optional.of(old));
        WaiverEntry asked = exceptions.propose(renewal, BOB, Visible.ALL, NOW);
        assertThat(asked.renews()).contains(old);
        assertThat(asked.state()).isEqualTo(WaiverState.PROPOSED);
        WaiverProposal ofNothing = new WaiverProposal(
                List.of(SSH), dev(), "still the bastion", "carol", NOW.plus(Duration.ofDays(300)), Optional.of("ex-0"));
        assertThatThrownBy(() -> exceptions.propose(ofNothing, BOB, Visible.ALL, NOW))
                .hasMessage("There is no exception 'ex-0'.");
    }

    @Test
    void a_proposal_says_what_it_is_for_until_when() {
        Map<String, WaiverProposal> wrong = Map.of(
                "There is no rule 'sg-no-public-sh'. Did you mean 'sg-no-public-ssh'?",
                new WaiverProposal(
                        List.of("sg-no-public-sh"), dev(), "reason", "carol", NOW.plusSeconds(1), Optional.empty()),
                "scope is empty",
                proposal(scope(List.of(), List.of(), List.of())),
                "twelve digits",
                proposal(scope(List.of("12"), List.of(), List.of())),
                "would be over already",
                new WaiverProposal(List.of(SSH), dev(), "reason", "carol", NOW, Optional.empty()),
                "2 years at most",
                new WaiverProposal(
                        List.of(SSH), dev(), "reason", "carol", NOW.plus(Duration.ofDays(740)), Optional.empty()),
                "needs its reason",
                new WaiverProposal(List.of(SSH), dev(), " ", "carol", NOW.plusSeconds(1), Optional.empty()));
        wrong.forEach(
                (message, proposal) -> assertThatThrownBy(() -> exceptions.propose(proposal, ANA, Visible.ALL, NOW))
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining(message));
        assertThat(ledger.audit().page(AuditFilter.ALL, Paging.FIRST).total()).isZero();
    }

    @Test
    void somebody_sees_what_can_touch_their_accounts() {
        Map<Waiver.Scope, Boolean> seen = Map.of(
                dev(),
                true,
                scope(List.of(LedgerRows.PROD), List.of(), List.of()),
                false,
                scope(List.of(), List.of("Dev"), List.of()),
                true,
                scope(List.of(), List.of("ou-1-work"), List.of()),
                true,
                scope(List.of(), List.of("Prod"), List.of()),
                false,
                scope(List.of(LedgerRows.DEV), List.of("Prod"), List.of()),
                false,
                scope(List.of(), List.of(), List.of(GROUP)),
                true,
                scope(List.of(), List.of(), List.of("arn:aws:ec2:*:" + LedgerRows.PROD + ":*")),
                false,
                scope(List.of(), List.of(), List.of("arn:aws:s3:::somebody-elses")),
                false,
                new Waiver.Scope(List.of(), List.of(), List.of("eu-west-1"), List.of(), Map.of("a", List.of("b"))),
                true);
        seen.forEach((scope, expected) -> {
            String id = proposed(scope).id();
            assertThat(exceptions.get(id, DEV_ONLY, NOW).isPresent())
                    .as("%s", scope)
                    .isEqualTo(expected);
        });
        assertThat(exceptions.page(WaiverQuery.ALL, DEV_ONLY, Paging.FIRST, NOW).total())
                .isEqualTo(seen.values().stream().filter(Boolean::booleanValue).count());
        rows.finding(SSH, LedgerRows.DEV, "global", "arn:aws:s3:::mine");
        String mine = proposed(scope(List.of(), List.of(), List.of("arn:aws:s3:::mine")))
                .id();
        assertThat(exceptions.get(mine, DEV_ONLY, NOW))
                .as("it covers a bucket of theirs")
                .isPresent();
    }

    @Test
    void nobody_decides_for_accounts_they_do_not_see() {
        Waiver.Scope regions = new Waiver.Scope(List.of(), List.of(), List.of("eu-west-1"), List.of(), Map.of());
        assertThatThrownBy(() -> exceptions.propose(proposal(regions), ANA, DEV_ONLY, NOW))
                .hasMessageContaining("reaches accounts that you may not see");
        String id = proposed(regions).id();
        assertThatThrownBy(() -> exceptions.approve(id, Optional.empty(), BOB, DEV_ONLY, NOW))
                .hasMessageContaining("reaches accounts that you may not see");
        String other =
                proposed(scope(List.of(LedgerRows.PROD), List.of(), List.of())).id();
        assertThatThrownBy(() -> exceptions.approve(other, Optional.empty(), BOB, DEV_ONLY, NOW))
                .hasMessage("There is no exception '" + other + "'.");
        assertThat(exceptions.propose(proposal(dev()), ANA, DEV_ONLY, NOW).state())
                .isEqualTo(WaiverState.PROPOSED);
    }

    @Test
    void lists_are_filtered_and_paged() {
        String waiting = proposed(dev()).id();
        String active = approved(dev()).id();
        assertThat(exceptions
                        .page(
                                new WaiverQuery(Set.of(WaiverState.ACTIVE), List.of(SSH), Optional.of("BASTION")),
                                Visible.ALL,
                                Paging.FIRST,
                                NOW)
                        .items())
                .extracting(WaiverEntry::id)
                .containsExactly(active);
        assertThat(exceptions
                        .page(
                                new WaiverQuery(Set.of(), List.of("iam-root-mfa"), Optional.empty()),
                                Visible.ALL,
                                Paging.FIRST,
                                NOW)
                        .total())
                .isZero();
        Page<WaiverEntry> second = exceptions.page(WaiverQuery.ALL, Visible.ALL, new Paging(2, 1), NOW);
        assertThat(second.total()).isEqualTo(2);
        assertThat(second.items())
                .extracting(WaiverEntry::id)
                .isSubsetOf(waiting, active)
                .hasSize(1);
    }

    @Test
    void a_preview_counts_what_would_be_covered() {
        rows.finding(
                SSH, LedgerRows.PROD, "eu-west-1", "arn:aws:ec2:eu-west-1:" + LedgerRows.PROD + ":security-group/sg-2");
        Waiver.Scope all = new Waiver.Scope(List.of(), List.of(), List.of("eu-west-1"), List.of(), Map.of());
        assertThat(exceptions.preview(List.of(SSH), all, Visible.ALL)).satisfies(preview -> {
            assertThat(preview.findings()).isEqualTo(2);
            assertThat(preview.accounts()).isEqualTo(2);
        });
        assertThat(exceptions.preview(List.of(SSH), all, DEV_ONLY))
                .isEqualTo(new WaiverPreview(1, 1, List.of(finding)));
    }

    @Test
    void what_is_exported_is_read_by_a_scan_and_imported_elsewhere() {
        Waiver.Scope scope = new Waiver.Scope(
                List.of(LedgerRows.DEV),
                List.of("Dev"),
                List.of(),
                List.of("arn:*"),
                Map.of("env", List.of("dev", "no")));
        approved(scope);
        proposed(scope);
        String yaml = exceptions.exportYaml(Visible.ALL, NOW);
        assertThat(WaiverFile.read("exported.yaml", yaml, CATALOG)).isEqualTo(exceptions.inForce(NOW));
        assertThat(exceptions.exportYaml(Visible.only(Set.of(LedgerRows.PROD)), NOW))
                .doesNotContain(SSH);
        try (Ledger other = Ledger.open(database.fresh(folder.resolve("other")))) {
            Exceptions there = other.exceptions(CATALOG, (handle, at, places) -> {});
            assertThat(there.importYaml("exported.yaml", yaml, ANA, Visible.ALL, NOW))
                    .isEqualTo(new ImportReport(1, List.of()));
            assertThat(there.inForce(NOW)).isEqualTo(exceptions.inForce(NOW));
        }
    }

    @Test
    void an_import_takes_what_two_people_stand_for_and_says_why_not_the_rest() {
        String yaml = """
                - {id: EX-1, rule: sg-no-public-ssh, scope: {accounts: [111122223333]}, reason: sealed, owner: ana, approver: bob, expires: 2026-12-31}
                - {id: EX-2, rule: sg-no-public-ssh, scope: {accounts: [111122223333]}, reason: sealed, owner: ana, approver: Ana, expires: 2026-12-31}
                - {id: EX-3, rule: sg-no-public-ssh, scope: {accounts: [111122223333]}, reason: sealed, owner: ana, approver: bob, expires: 2026-01-31}
                - {rule: sg-no-public-ssh, scope: {regions: [eu-west-1]}, reason: sealed, owner: ana, approver: bob, expires: 2027-12-31}
                """;
        ImportReport report = exceptions.importYaml("e.yaml", yaml, Actor.person("dan"), Visible.ALL, NOW);
        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.skipped()).extracting(ImportReport.Skipped::entry).containsExactly("EX-2", "EX-3");
        assertThat(report.skipped().getFirst().why()).contains("Another person must approve it");
        assertThat(rows.covering(finding)).isEqualTo("EX-1");
        assertThat(exceptions.history("EX-1", Visible.ALL, NOW))
                .extracting(AuditEntry::actor)
                .containsExactly("dan");
        WaiverEntry taken = exceptions.get("EX-1", Visible.ALL, NOW).orElseThrow();
        assertThat(taken.decided().orElseThrow().by()).isEqualTo("bob");
        assertThat(taken.expires()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));

        ImportReport again = exceptions.importYaml("e.yaml", yaml, Actor.person("dan"), Visible.ALL, NOW);
        assertThat(again.taken()).isZero();
        assertThat(again.skipped())
                .hasSize(4)
                .first()
                .satisfies(skipped -> assertThat(skipped.why()).contains("it is there already, and stays as it is"));
        assertThatThrownBy(() -> exceptions.importYaml("e.yaml", yaml + "- {}", ANA, Visible.ALL, NOW))
                .isInstanceOf(BadInput.class);
    }
}
