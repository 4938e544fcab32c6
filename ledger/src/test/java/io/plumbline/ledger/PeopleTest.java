package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleTest extends OnBothDatabases {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Actor ADMIN = Actor.person("admin");

    private NewPerson added(String name, Role role) {
        return ledger.people().add(name, role, PersonScope.ALL, ADMIN, NOW);
    }

    private void change(String name, Optional<Role> role, Optional<Boolean> active) {
        ledger.people().change(name, new PersonChange(role, Optional.empty(), active), ADMIN, NOW);
    }

    @Test
    void the_first_is_an_admin_whose_password_is_made_once() {
        NewPerson first = ledger.people().first(NOW).orElseThrow();
        assertThat(first.person().role()).isEqualTo(Role.ADMIN);
        assertThat(first.person().mustChange()).isTrue();
        assertThat(first.toString()).doesNotContain(first.password());
        assertThat(ledger.people().first(NOW)).isEmpty();
        Credentials credentials = ledger.credentials(Vault.at(folder));
        assertThat(credentials.signIn(ADMIN, first.password(), Optional.empty(), NOW))
                .isInstanceOf(SignIn.Welcome.class);
        assertThat(ledger.<String, RuntimeException>read(handle -> handle.createQuery("select password from person")
                        .mapTo(String.class)
                        .one()))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_name_is_one_person_in_capitals_or_not() {
        added("Ana", Role.VIEWER);
        assertThatThrownBy(() -> added("ana", Role.ADMIN))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("somebody called 'ana' already");
        assertThatThrownBy(() -> added("ana<script>", Role.VIEWER)).hasMessageContaining("cannot be a person's name");
        assertThat(ledger.people().get("ANA")).map(Person::name).contains("Ana");
    }

    @Test
    void the_last_admin_stays() {
        ledger.people().first(NOW);
        for (PersonChange change : List.of(
                new PersonChange(Optional.of(Role.ENGINEER), Optional.empty(), Optional.empty()),
                new PersonChange(Optional.empty(), Optional.empty(), Optional.of(false)))) {
            assertThatThrownBy(() -> ledger.people().change("admin", change, ADMIN, NOW))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("'admin' is the last Admin");
        }
        added("ana", Role.ADMIN);
        change("admin", Optional.of(Role.VIEWER), Optional.empty());
        assertThat(ledger.people().get("admin").orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThatThrownBy(() -> change("ana", Optional.empty(), Optional.of(false)))
                .hasMessageContaining("'ana' is the last Admin");
        assertThat(ledger.audit()
                        .page(AuditFilter.of("admin"), Paging.FIRST)
                        .items()
                        .getFirst()
                        .detail())
                .containsEntry("role", "viewer");
    }

    @Test
    void who_may_not_sign_in_any_more_is_out_at_once() {
        ledger.people().first(NOW);
        Person ana = added("ana", Role.ENGINEER).person();
        String cookie = ledger.sessions().begin(ana, NOW).cookie();
        String token = ledger.tokens()
                .make("ci", Role.VIEWER, NOW.plus(Duration.ofDays(30)), Actor.person("ana"), NOW)
                .secret();
        change("ana", Optional.empty(), Optional.of(false));
        assertThat(ledger.sessions().use(cookie, NOW)).isEmpty();
        change("ana", Optional.empty(), Optional.of(true));
        assertThat(ledger.sessions().use(cookie, NOW)).isEmpty();
        assertThat(ledger.tokens().use(token, NOW)).isEmpty();
    }

    @Test
    void a_scope_means_accounts_and_the_units_above_them() {
        new LedgerRows(ledger).twoAccounts();
        People people = ledger.people();
        assertThat(people.visible(PersonScope.ALL)).isEqualTo(Visible.ALL);
        assertThat(people.visible(new PersonScope(List.of(), List.of("Workloads"))))
                .isEqualTo(Visible.only(Set.of(LedgerRows.DEV, LedgerRows.PROD)));
        assertThat(people.visible(new PersonScope(List.of(), List.of("ou-1-dev"))))
                .isEqualTo(Visible.only(Set.of(LedgerRows.DEV)));
        assertThat(people.visible(new PersonScope(List.of("999999999999"), List.of("Prod"))))
                .isEqualTo(Visible.only(Set.of("999999999999", LedgerRows.PROD)));
        assertThat(people.visible(new PersonScope(List.of(), List.of("Nowhere"))))
                .isEqualTo(Visible.only(Set.of()));
    }

    @Test
    void each_role_may_do_what_those_before_it_may() {
        assertThat(Role.AUDITOR.covers(Role.VIEWER)).isTrue();
        assertThat(Role.AUDITOR.covers(Role.AUDITOR)).isTrue();
        assertThat(Role.AUDITOR.covers(Role.ENGINEER)).isFalse();
        assertThat(Role.ADMIN.atMost(Role.VIEWER)).isEqualTo(Role.VIEWER);
        assertThat(Role.VIEWER.atMost(Role.ADMIN)).isEqualTo(Role.VIEWER);
    }

    @Test
    void a_view_is_its_owners_and_who_they_share_it_with() {
        added("ana", Role.VIEWER);
        added("bob", Role.VIEWER);
        SavedView mine = ledger.views().save("findings", "Mine", "owner=me", false, "ana");
        SavedView ours = ledger.views().save("query", "All", "select 1", true, "ana");
        assertThat(ledger.views().of("ana", Optional.empty())).containsExactly(ours, mine);
        assertThat(ledger.views().of("bob", Optional.empty())).containsExactly(ours);
        assertThat(ledger.views().of("ana", Optional.of("findings"))).containsExactly(mine);
        assertThatThrownBy(() -> ledger.views().delete(ours.id(), "bob")).isInstanceOf(BadInput.class);
        ledger.views().delete(ours.id(), "ana");
        assertThat(ledger.views().of("bob", Optional.empty())).isEmpty();
    }
}
