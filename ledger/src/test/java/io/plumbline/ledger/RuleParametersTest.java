package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import io.plumbline.assess.RuleSettings;
import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parameters that people set for rules. */
class RuleParametersTest extends OnBothDatabases {
    private static final Catalog CATALOG = Catalog.load(Optional.empty());
    private static final String KEYS = "iam-access-key-rotation-90d";
    private static final String AGE = "max_age_days";
    private static final String SSH = "sg-no-public-ssh";
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Actor ROOT = Actor.person("root");
    private static final Visible DEV_ONLY = Visible.only(Set.of(LedgerRows.DEV));
    private static final SettingPlace EVERYWHERE = new SettingPlace.Organization();
    private static final SettingPlace WORKLOADS = new SettingPlace.Unit("ou-1-work");
    private static final SettingPlace PROD_UNIT = new SettingPlace.Unit("Prod");
    private static final SettingPlace DEV = new SettingPlace.Account(LedgerRows.DEV);
    private static final SettingPlace PROD = new SettingPlace.Account(LedgerRows.PROD);

    private RuleParameters parameters;

    @BeforeEach
    void twoAccounts() {
        new LedgerRows(ledger).twoAccounts();
        parameters = ledger.parameters(CATALOG);
    }

    private RuleSetting age(SettingPlace place, int days, Visible visible) {
        return parameters.set(KEYS, AGE, place, days, "because", ROOT, visible, NOW);
    }

    private Object holds(String account) {
        Rule rule = CATALOG.rule(KEYS);
        LedgerAccount known = ledger.accounts(Visible.only(Set.of(account))).getFirst();
        return parameters.inForce().value(rule, rule.parameter(AGE), known.place());
    }

    private List<AuditEntry> log(String subject) {
        return ledger.audit().page(AuditFilter.of(subject), Paging.FIRST).items();
    }

    @Test
    void the_value_nearest_to_an_account_holds_until_it_is_cleared() {
        assertThat(holds(LedgerRows.DEV)).isEqualTo(90L);
        age(EVERYWHERE, 80, Visible.ALL);
        age(WORKLOADS, 70, Visible.ALL);
        age(PROD_UNIT, 60, Visible.ALL);
        age(PROD, 50, Visible.ALL);
        assertThat(List.of(holds(LedgerRows.DEV), holds(LedgerRows.PROD))).containsExactly(70L, 50L);
        for (SettingPlace place : List.of(PROD, WORKLOADS, PROD_UNIT)) {
            parameters.clear(KEYS, AGE, place, ROOT, Visible.ALL, NOW);
        }
        assertThat(List.of(holds(LedgerRows.DEV), holds(LedgerRows.PROD))).containsExactly(80L, 80L);
    }

    @Test
    void a_value_comes_back_as_it_was_set_and_takes_the_place_of_the_one_before() {
        RuleSetting first =
                parameters.set(SSH, "protocols", EVERYWHERE, List.of("tcp", "17"), " why ", ROOT, Visible.ALL, NOW);
        RuleSetting second = parameters.set(
                SSH, "protocols", EVERYWHERE, List.of("udp"), "another", Actor.person("ana"), Visible.ALL, NOW);
        assertThat(parameters.all(Visible.ALL)).containsExactly(second);
        assertThat(second.by()).isEqualTo("ana");
        assertThat(first.reason()).isEqualTo("why");
        parameters.clear(SSH, "protocols", EVERYWHERE, ROOT, Visible.ALL, NOW);
        assertThat(parameters.inForce()).isEqualTo(RuleSettings.STANDARD);
        assertThat(log(first.subject()))
                .extracting(
                        AuditEntry::action,
                        AuditEntry::actor,
                        entry -> entry.detail().get("was"),
                        entry -> entry.detail().get("value"))
                .containsExactly(
                        tuple("parameter-cleared", "root", List.of("udp"), null),
                        tuple("parameter-set", "ana", List.of("tcp", "17"), List.of("udp")),
                        tuple("parameter-set", "root", null, List.of("tcp", "17")));
    }

    @Test
    void what_is_wrong_is_said_and_nothing_is_kept() {
        refused("no parameter 'max_age'. Did you mean 'max_age_days'?", KEYS, "max_age", EVERYWHERE, 1, "why");
        refused("There is no rule 'iam-nothing'", "iam-nothing", AGE, EVERYWHERE, 1, "why");
        refused("must be integer; 'ninety' is not", KEYS, AGE, EVERYWHERE, "ninety", "why");
        refused("must be integer", KEYS, AGE, EVERYWHERE, 1.5, "why");
        refused("must be texts", SSH, "protocols", EVERYWHERE, List.of(6), "why");
        refused("control characters", SSH, "protocols", EVERYWHERE, List.of("a\0b"), "why");
        refused("needs its reason", KEYS, AGE, EVERYWHERE, 1, " ");
        refused("No scan knows the organizational unit 'Nowhere'", KEYS, AGE, new SettingPlace.Unit("Nowhere"), 1, "w");
        refused("No scan knows the account 12", KEYS, AGE, new SettingPlace.Account("12"), 1, "why");
        assertThatThrownBy(() -> parameters.clear(KEYS, AGE, DEV, ROOT, Visible.ALL, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No value of 'max_age_days'");
        assertThat(parameters.all(Visible.ALL)).isEmpty();
        assertThat(ledger.audit().page(AuditFilter.ALL, Paging.FIRST).items()).isEmpty();
    }

    private void refused(
            String message, String rule, String parameter, SettingPlace place, Object value, String reason) {
        assertThatThrownBy(() -> parameters.set(rule, parameter, place, value, reason, ROOT, Visible.ALL, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void who_sees_some_accounts_sees_what_holds_there_and_sets_values_for_these_accounts_alone() {
        for (SettingPlace place : List.of(EVERYWHERE, WORKLOADS, PROD_UNIT, PROD)) {
            age(place, 30, Visible.ALL);
        }
        age(DEV, 20, DEV_ONLY);
        assertThat(parameters.all(DEV_ONLY)).extracting(RuleSetting::place).containsExactly(EVERYWHERE, WORKLOADS, DEV);
        for (SettingPlace place : List.of(EVERYWHERE, new SettingPlace.Unit("Dev"), PROD)) {
            assertThatThrownBy(() -> age(place, 10, DEV_ONLY)).hasMessageContaining("you may not see");
            assertThatThrownBy(() -> parameters.clear(KEYS, AGE, place, ROOT, DEV_ONLY, NOW))
                    .hasMessageContaining("you may not see");
        }
        parameters.clear(KEYS, AGE, DEV, ROOT, DEV_ONLY, NOW);
        assertThat(parameters.all(Visible.ALL)).hasSize(4);
    }

    @Test
    void what_the_rules_do_not_have_any_more_does_not_count_and_can_be_cleared() {
        RuleSetting gone = new RuleSetting("gone-rule", "days", EVERYWHERE, 3, "why", "root", NOW);
        RuleSetting changed = new RuleSetting(KEYS, AGE, EVERYWHERE, "a text", "why", "root", NOW);
        ledger.write(handle -> {
            RuleSettingRows.put(handle, gone);
            RuleSettingRows.put(handle, changed);
            return "";
        });
        assertThat(parameters.inForce()).isEqualTo(RuleSettings.general(Map.of()));
        assertThat(parameters.trouble(gone))
                .hasValueSatisfying(why -> assertThat(why).contains("gone-rule"));
        assertThat(parameters.trouble(changed))
                .hasValueSatisfying(why -> assertThat(why).contains("integer"));
        parameters.clear("gone-rule", "days", EVERYWHERE, ROOT, Visible.ALL, NOW);
        assertThat(parameters.all(Visible.ALL)).containsExactly(changed);
    }
}
