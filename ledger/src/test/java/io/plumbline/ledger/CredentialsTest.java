package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialsTest extends OnBothDatabases {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Actor ANA = new Actor("ana", Optional.of("192.0.2.7"));
    private static final String BETTER = "four words in a row";

    private Credentials credentials;
    private String password;

    @BeforeEach
    void somebody() {
        credentials = ledger.credentials(Vault.at(folder));
        password = ledger.people()
                .add("ana", Role.ENGINEER, PersonScope.ALL, Actor.person("admin"), NOW)
                .password();
    }

    private SignIn signIn(String given, Optional<String> code, Instant at) {
        return credentials.signIn(ANA, given, code, at);
    }

    private String code(String secret, Instant at) {
        return Totp.code(secret, at.getEpochSecond() / 30);
    }

    private String secondFactor() {
        String secret = credentials.enrol(ANA, NOW).secret();
        credentials.confirm(ANA, code(secret, NOW), NOW);
        return secret;
    }

    @Test
    void only_the_right_password_lets_in() {
        assertThat(signIn(password, Optional.empty(), NOW)).isInstanceOf(SignIn.Welcome.class);
        assertThat(signIn(password + " ", Optional.empty(), NOW)).isEqualTo(new SignIn.Refused());
        assertThat(ledger.people().get("ana").orElseThrow().lastSeen()).contains(NOW);
        Actor nobody = new Actor("my secret password", Optional.empty());
        assertThat(credentials.signIn(nobody, password, Optional.empty(), NOW)).isEqualTo(new SignIn.Refused());
        assertThat(ledger.audit().page(AuditFilter.ALL, Paging.FIRST).items())
                .extracting(AuditEntry::action, AuditEntry::actor)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple("sign-in-refused", "unknown"),
                        org.assertj.core.groups.Tuple.tuple("sign-in-refused", "ana"),
                        org.assertj.core.groups.Tuple.tuple("signed-in", "ana"));
    }

    @Test
    void who_signs_in_elsewhere_has_no_password_here() {
        assertThat(ledger.identities()
                        .admit(
                                new Arrival("https://id.example", "7", "dan", Role.VIEWER, PersonScope.ALL),
                                Optional.empty(),
                                NOW))
                .isInstanceOf(Admission.Admitted.class);
        for (String guess : List.of("", " ", "dan")) {
            assertThat(credentials.signIn(Actor.person("dan"), guess, Optional.empty(), NOW))
                    .isEqualTo(new SignIn.Refused());
        }
    }

    @Test
    void a_new_password_ends_all_sessions() {
        Person ana = ledger.people().get("ana").orElseThrow();
        String cookie = ledger.sessions().begin(ana, NOW).cookie();
        assertThatThrownBy(() -> credentials.changePassword(ANA, "wrong", BETTER, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("current password is another");
        credentials.changePassword(ANA, password, BETTER, NOW);
        assertThat(ledger.sessions().use(cookie, NOW)).isEmpty();
        assertThat(signIn(password, Optional.empty(), NOW)).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn(BETTER, Optional.empty(), NOW))
                .isInstanceOfSatisfying(
                        SignIn.Welcome.class,
                        welcome -> assertThat(welcome.person().mustChange()).isFalse());
    }

    @Test
    void a_password_that_is_tried_first_is_not_taken() {
        for (String bad : List.of("short", "Password1234", "ana-anaanaana", "aaaaaaaaaaaaa", "x".repeat(501))) {
            String name = bad.contains("anaana") ? "ana-anaana" : "ana";
            assertThatThrownBy(() -> Passwords.check(name, bad)).as(bad).isInstanceOf(BadInput.class);
        }
        Passwords.check("ana", "ana likes long walks");
        assertThatThrownBy(() -> credentials.changePassword(ANA, password, password, NOW))
                .hasMessageContaining("is the current one");
    }

    @Test
    void a_second_factor_counts_from_its_first_code() {
        String secret = credentials.enrol(ANA, NOW).secret();
        assertThat(signIn(password, Optional.empty(), NOW)).isInstanceOf(SignIn.Welcome.class);
        assertThatThrownBy(() -> credentials.confirm(ANA, "000000", NOW)).hasMessageContaining("This code is wrong");
        credentials.confirm(ANA, code(secret, NOW), NOW);
        assertThat(signIn(password, Optional.empty(), NOW)).isEqualTo(new SignIn.CodeNeeded());
        assertThat(signIn("wrong", Optional.empty(), NOW)).isEqualTo(new SignIn.Refused());
    }

    @Test
    void no_code_counts_twice_and_clocks_may_be_half_a_minute_wrong() {
        String secret = secondFactor();
        assertThat(signIn(password, Optional.of(code(secret, NOW)), NOW))
                .as("it confirmed")
                .isEqualTo(new SignIn.Refused());
        Instant later = NOW.plusSeconds(300);
        for (int seconds : List.of(-60, 60)) {
            assertThat(signIn(password, Optional.of(code(secret, later.plusSeconds(seconds))), later))
                    .isEqualTo(new SignIn.Refused());
        }
        for (int seconds : List.of(-30, 0, 30)) {
            String code = code(secret, later.plusSeconds(seconds));
            assertThat(signIn(password, Optional.of(code), later)).isInstanceOf(SignIn.Welcome.class);
            assertThat(signIn(password, Optional.of(code), later)).isEqualTo(new SignIn.Refused());
        }
        assertThat(signIn(password, Optional.of(code(secret, later)), later))
                .as("older than one taken")
                .isEqualTo(new SignIn.Refused());
    }

    @Test
    void codes_are_those_of_the_standard() {
        String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assertThat(Totp.code(secret, 59 / 30)).isEqualTo("287082");
        assertThat(Totp.code(secret, 1111111109L / 30)).isEqualTo("081804");
        assertThat(Totp.code(secret, 20000000000L / 30)).isEqualTo("353130");
        assertThat(Totp.freshSecret()).matches("[A-Z2-7]{32}");
    }

    @Test
    void the_database_holds_no_secret_in_clear() {
        String secret = secondFactor();
        String kept = ledger.read(handle -> handle.createQuery("select totp from person")
                .mapTo(String.class)
                .one());
        assertThat(kept).doesNotContain(secret);
        Credentials stranger = ledger.credentials(Vault.at(folder.resolve("elsewhere")));
        assertThatThrownBy(() -> stranger.signIn(ANA, password, Optional.of("123456"), NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not open with this home's vault.key");
        assertThatThrownBy(() -> Vault.at(folder).open("person/bob/totp", kept)).isInstanceOf(BadInput.class);
    }

    @Test
    void who_lost_both_gets_a_new_password() {
        secondFactor();
        NewPerson again = credentials.resetPassword("ana", Actor.person("admin"), NOW);
        assertThat(signIn(again.password(), Optional.empty(), NOW))
                .isInstanceOfSatisfying(
                        SignIn.Welcome.class,
                        welcome -> assertThat(welcome.person().mustChange()).isTrue());
    }
}
