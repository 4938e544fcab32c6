package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.Attestation;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttestationsTest extends OnBothDatabases {
    private static final Catalog CATALOG = Catalog.load(Optional.empty());
    private static final String RULE = CATALOG.rules().stream()
            .filter(Rule::attestable)
            .map(Rule::id)
            .findFirst()
            .orElseThrow();
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(60));
    private static final Actor ANA = Actor.person("ana");
    private static final Visible DEV_ONLY = Visible.only(Set.of(LedgerRows.DEV));

    private Attestations attestations;

    @BeforeEach
    void nothing_answered() {
        attestations = ledger.attestations(CATALOG);
    }

    private static AttestationRequest request(String rule, List<String> accounts, List<String> units, Instant expires) {
        return new AttestationRequest(
                rule, accounts, units, Attestation.Answer.YES, Optional.of("looked at it"), Optional.empty(), expires);
    }

    private AttestationEntry given(Visible visible, String... accounts) {
        return attestations.give(request(RULE, List.of(accounts), List.of(), END), ANA, visible, NOW);
    }

    private List<AttestationEntry> all(Visible visible, Instant now) {
        return attestations.page(Set.of(), Set.of(), visible, Paging.FIRST, now).items();
    }

    @Test
    void an_answer_is_in_the_name_of_who_gave_it() {
        AttestationEntry entry = given(Visible.ALL, LedgerRows.DEV);
        assertThat(attestations.inForce(NOW))
                .containsExactly(new Attestation(
                        RULE,
                        List.of(LedgerRows.DEV),
                        List.of(),
                        Attestation.Answer.YES,
                        "ana",
                        NOW,
                        Optional.of("looked at it"),
                        Optional.empty(),
                        END));
        assertThat(ledger.audit().page(AuditFilter.of(entry.id()), Paging.FIRST).items())
                .extracting(AuditEntry::actor, AuditEntry::action)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ana", "attestation-given"));
    }

    @Test
    void it_counts_until_its_time_is_over_or_it_is_taken_back() {
        AttestationEntry entry = given(Visible.ALL, LedgerRows.DEV);
        assertThat(entry.state()).isEqualTo(AttestationState.VALID);
        assertThat(all(Visible.ALL, END.minus(Duration.ofDays(30))).getFirst().state())
                .isEqualTo(AttestationState.EXPIRING);
        assertThat(all(Visible.ALL, END).getFirst().state()).isEqualTo(AttestationState.EXPIRED);
        assertThat(attestations.inForce(END)).isEmpty();
        attestations.end(entry.id(), Actor.person("bob"), Visible.ALL, NOW);
        assertThat(attestations.inForce(NOW)).isEmpty();
        assertThat(all(Visible.ALL, NOW).getFirst()).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(AttestationState.ENDED);
            assertThat(ended.ended()).contains(new WaiverEntry.Deed("bob", NOW));
        });
        assertThatThrownBy(() -> attestations.end(entry.id(), ANA, Visible.ALL, NOW))
                .hasMessageContaining("does not count any more");
    }

    @Test
    void nobody_answers_for_accounts_they_do_not_see() {
        for (AttestationRequest request : List.of(
                request(RULE, List.of(LedgerRows.DEV, LedgerRows.PROD), List.of(), END),
                request(RULE, List.of(), List.of("arn:aws:iam::" + LedgerRows.PROD + ":root"), END),
                request(RULE, List.of(), List.of("region:" + LedgerRows.PROD + ":eu-west-1"), END),
                request(RULE, List.of(), List.of("arn:aws:s3:::whose"), END))) {
            assertThatThrownBy(() -> attestations.give(request, ANA, DEV_ONLY, NOW))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("accounts that you may not see");
        }
        AttestationEntry mine = given(DEV_ONLY, LedgerRows.DEV);
        AttestationEntry both = given(Visible.ALL, LedgerRows.DEV, LedgerRows.PROD);
        AttestationEntry other = given(Visible.ALL, LedgerRows.PROD);
        assertThat(all(DEV_ONLY, NOW)).extracting(AttestationEntry::id).containsExactlyInAnyOrder(mine.id(), both.id());
        assertThatThrownBy(() -> attestations.end(other.id(), ANA, DEV_ONLY, NOW))
                .hasMessage("There is no attestation '" + other.id() + "'.");
        assertThatThrownBy(() -> attestations.end(both.id(), ANA, DEV_ONLY, NOW))
                .hasMessageContaining("for accounts that you may not see, too");
    }

    @Test
    void an_answer_says_what_it_is_for_and_what_backs_it() {
        Map<String, AttestationRequest> wrong = Map.of(
                "Data decides iam-root-mfa",
                request("iam-root-mfa", List.of(LedgerRows.DEV), List.of(), END),
                "names the accounts or the units",
                request(RULE, List.of(), List.of(), END),
                "would be over already",
                request(RULE, List.of(LedgerRows.DEV), List.of(), NOW),
                "2 years at most",
                request(RULE, List.of(LedgerRows.DEV), List.of(), NOW.plus(Duration.ofDays(740))),
                "gives a note, or a link to its evidence",
                new AttestationRequest(
                        RULE,
                        List.of(LedgerRows.DEV),
                        List.of(),
                        Attestation.Answer.NO,
                        Optional.of(" "),
                        Optional.empty(),
                        END));
        wrong.forEach((message, request) -> assertThatThrownBy(() -> attestations.give(request, ANA, Visible.ALL, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message));
        assertThat(all(Visible.ALL, NOW)).isEmpty();
    }

    @Test
    void lists_are_filtered_and_paged() {
        given(Visible.ALL, LedgerRows.DEV);
        given(Visible.ALL, LedgerRows.PROD);
        assertThat(attestations.page(Set.of(AttestationState.VALID), Set.of(RULE), Visible.ALL, new Paging(2, 1), NOW))
                .satisfies(page -> {
                    assertThat(page.total()).isEqualTo(2);
                    assertThat(page.items()).hasSize(1);
                });
        assertThat(attestations
                        .page(Set.of(AttestationState.ENDED), Set.of(), Visible.ALL, Paging.FIRST, NOW)
                        .total())
                .isZero();
        assertThat(attestations
                        .page(Set.of(), Set.of("iam-root-mfa"), Visible.ALL, Paging.FIRST, NOW)
                        .total())
                .isZero();
    }
}
