package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions and tokens: what lets somebody in without a password, and for how long. */
class SessionsTest extends OnBothDatabases {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Actor ANA = Actor.person("ana");

    private Person ana;

    @BeforeEach
    void somebody() {
        ana = ledger.people()
                .add("ana", Role.ENGINEER, PersonScope.ALL, Actor.person("admin"), NOW)
                .person();
    }

    private List<String> texts(String sql) {
        return ledger.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void a_session_is_its_cookies_and_the_database_knows_only_a_hash() {
        Sessions.Begun begun = ledger.sessions().begin(ana, NOW);
        assertThat(ledger.sessions().use(begun.cookie(), NOW)).contains(begun.session());
        assertThat(ledger.sessions().use(begun.cookie() + "x", NOW)).isEmpty();
        assertThat(begun.cookie()).hasSizeGreaterThanOrEqualTo(43);
        assertThat(texts("select id from session")).containsExactly(Secrets.sha256(begun.cookie()));
        assertThat(begun.session().csrf()).isNotEqualTo(Secrets.sha256(begun.cookie()));
        assertThat(begun.toString() + begun.session())
                .doesNotContain(begun.cookie(), begun.session().csrf());
    }

    @Test
    void it_is_over_after_eight_hours_without_use_and_after_a_day() {
        String cookie = ledger.sessions().begin(ana, NOW).cookie();
        Instant use = NOW;
        while (use.isBefore(NOW.plus(Duration.ofHours(21)))) {
            use = use.plus(Duration.ofHours(7));
            assertThat(ledger.sessions().use(cookie, use)).isPresent();
        }
        assertThat(ledger.sessions().use(cookie, NOW.plus(Duration.ofHours(24))))
                .isEmpty();
        String idle = ledger.sessions().begin(ana, NOW).cookie();
        assertThat(ledger.sessions().use(idle, NOW.plus(Duration.ofHours(8)))).isEmpty();
    }

    @Test
    void it_ends_when_somebody_signs_out() {
        String one = ledger.sessions().begin(ana, NOW).cookie();
        String other = ledger.sessions().begin(ana, NOW).cookie();
        ledger.sessions().end(one, ANA, NOW);
        assertThat(ledger.sessions().use(one, NOW)).isEmpty();
        assertThat(ledger.sessions().use(other, NOW)).isPresent();
        ledger.sessions().endAll("ana");
        assertThat(ledger.sessions().use(other, NOW)).isEmpty();
    }

    @Test
    void a_token_acts_for_its_owner_and_can_never_do_more() {
        Tokens.Made made = ledger.tokens().make("ci", Role.ENGINEER, NOW.plus(Duration.ofDays(30)), ANA, NOW);
        assertThat(made.secret()).startsWith("plumb_");
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(texts("select hash from token")).containsExactly(Secrets.sha256(made.secret()));
        assertThat(ledger.tokens().use(made.secret(), NOW))
                .hasValueSatisfying(holder -> assertThat(holder.role()).isEqualTo(Role.ENGINEER));
        assertThat(ledger.tokens().all(Optional.of("ana")).getFirst().lastUsed())
                .contains(NOW);

        ledger.people().first(NOW);
        ledger.people()
                .change(
                        "ana",
                        new PersonChange(Optional.of(Role.VIEWER), Optional.empty(), Optional.empty()),
                        ANA,
                        NOW);
        assertThat(ledger.tokens().use(made.secret(), NOW))
                .hasValueSatisfying(holder -> assertThat(holder.role()).isEqualTo(Role.VIEWER));
        assertThatThrownBy(() -> ledger.tokens().make("ci", Role.ADMIN, NOW.plus(Duration.ofDays(30)), ANA, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cannot do more than its owner, who is viewer");
    }

    @Test
    void a_token_is_over_at_its_end_or_when_it_is_revoked() {
        Instant end = NOW.plus(Duration.ofDays(30));
        Tokens.Made made = ledger.tokens().make("ci", Role.VIEWER, end, ANA, NOW);
        assertThat(ledger.tokens().use(made.secret(), end.minusMillis(1))).isPresent();
        assertThat(ledger.tokens().use(made.secret(), end)).isEmpty();
        assertThatThrownBy(() -> ledger.tokens().revoke(made.token().id(), Optional.of("bob"), ANA, NOW))
                .isInstanceOf(BadInput.class);
        ledger.tokens().revoke(made.token().id(), Optional.of("ana"), ANA, NOW);
        assertThat(ledger.tokens().use(made.secret(), NOW)).isEmpty();
        assertThat(ledger.tokens().all(Optional.empty())).isEmpty();
        for (Instant wrong : List.of(NOW, NOW.plus(Duration.ofDays(400)))) {
            assertThatThrownBy(() -> ledger.tokens().make("ci", Role.VIEWER, wrong, ANA, NOW))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("a year away at most");
        }
    }
}
