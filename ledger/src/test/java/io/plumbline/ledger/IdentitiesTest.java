package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People who sign in by OpenID Connect. */
class IdentitiesTest extends OnBothDatabases {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final String ISSUER = "https://id.example";

    private Admission arrives(String subject, String name, Role role, PersonScope scope) {
        return ledger.identities().admit(new Arrival(ISSUER, subject, name, role, scope), Optional.of("127.0.0.1"), NOW);
    }

    private Person admitted(String subject, String name, Role role, PersonScope scope) {
        assertThat(arrives(subject, name, role, scope)).isInstanceOf(Admission.Admitted.class);
        return ledger.people().get(name).orElseThrow();
    }

    private static String why(Admission admission) {
        return ((Admission.Refused) admission).why();
    }

    private List<String> actions(String subject) {
        return ledger.audit().page(AuditFilter.of(subject), Paging.FIRST).items().stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    void who_is_new_gets_what_their_groups_give_and_no_password() {
        PersonScope scope = new PersonScope(List.of(), List.of("Workloads"));
        Person ana = admitted("1", "ana", Role.ENGINEER, scope);
        assertThat(ana.role()).isEqualTo(Role.ENGINEER);
        assertThat(ana.scope()).isEqualTo(scope);
        assertThat(ana.lastSeen()).contains(NOW);
        assertThat(ana.mustChange()).isFalse();
        assertThat(ledger.identities().has("ana")).isTrue();
        assertThat(ledger.<String, RuntimeException>read(handle -> handle.createQuery("select password from person")
                        .mapTo(String.class)
                        .one()))
                .isEmpty();
        assertThat(actions("ana")).containsExactly("signed-in", "person-added");
    }

    @Test
    void who_comes_again_is_the_same_person_with_what_their_groups_give_now() {
        admitted("1", "ana", Role.ADMIN, PersonScope.ALL);
        assertThat(arrives("1", "ana.married", Role.VIEWER, PersonScope.ALL))
                .isInstanceOfSatisfying(Admission.Admitted.class, admitted -> assertThat(admitted.person().name()).isEqualTo("ana"));
        assertThat(ledger.people().get("ana").orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThat(ledger.people().get("ana.married")).isEmpty();
        assertThat(actions("ana")).startsWith("signed-in", "person-changed");
    }

    @Test
    void nobody_becomes_somebody_else_by_a_name() {
        ledger.people().first(NOW);
        admitted("1", "ana", Role.ENGINEER, PersonScope.ALL);
        assertThat(why(arrives("2", "ADMIN", Role.VIEWER, PersonScope.ALL))).contains("somebody else called 'ADMIN'");
        assertThat(why(arrives("2", "ana", Role.VIEWER, PersonScope.ALL))).contains("somebody else called 'ana'");
        assertThat(ledger.identities()
                        .admit(new Arrival("https://other.example", "1", "ana", Role.ADMIN, PersonScope.ALL), Optional.empty(), NOW))
                .isInstanceOf(Admission.Refused.class);
        assertThat(ledger.people().get("admin").orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(ledger.identities().has("admin")).isFalse();
        assertThat(actions("unknown")).containsExactly("sign-in-refused", "sign-in-refused", "sign-in-refused");
    }

    @Test
    void a_name_that_is_none_and_a_person_who_was_shut_out_are_refused() {
        assertThat(why(arrives("1", "Ana Müller", Role.VIEWER, PersonScope.ALL))).contains("cannot be a person's name");
        assertThat(ledger.people().all()).isEmpty();
        ledger.people().first(NOW);
        admitted("2", "bob", Role.VIEWER, PersonScope.ALL);
        ledger.people()
                .change(
                        "bob",
                        new PersonChange(Optional.empty(), Optional.empty(), Optional.of(false)),
                        Actor.person("admin"),
                        NOW.plus(Duration.ofDays(1)));
        assertThat(why(arrives("2", "bob", Role.ADMIN, PersonScope.ALL))).contains("not sign in any more");
        assertThat(ledger.people().get("bob").orElseThrow().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void an_admin_has_come_only_when_one_who_sees_everything_did() {
        assertThat(ledger.identities().anAdminCame(ISSUER)).isFalse();
        admitted("1", "ana", Role.ADMIN, new PersonScope(List.of(), List.of("Dev")));
        admitted("2", "bob", Role.ENGINEER, PersonScope.ALL);
        assertThat(ledger.identities().anAdminCame(ISSUER)).isFalse();
        admitted("1", "ana", Role.ADMIN, PersonScope.ALL);
        assertThat(ledger.identities().anAdminCame(ISSUER)).isTrue();
        assertThat(ledger.identities().anAdminCame("https://other.example")).isFalse();
        admitted("1", "ana", Role.VIEWER, PersonScope.ALL);
        assertThat(ledger.identities().anAdminCame(ISSUER)).isFalse();
    }
}
