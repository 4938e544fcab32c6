package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exceptions and attestations as people write them. */
class HumanFilesTest {
    private static final String WAIVER = """
            - id: EX-1
              rule: each-thing
              scope:
                accounts: [011122223333]
                arns: ["t/*"]
                tags: {env: [dev, test], team: a}
              reason: sealed
              owner: ana
              approver: bob
              expires: 2026-12-31
            """;
    private static final String ATTESTATION = """
            - rule: each-thing
              accounts: [111122223333]
              answer: yes
              by: ana
              at: 2026-06-01T08:00:00+02:00
              note: looked at it
              expires: 2026-12-31T00:00:00Z
            """;

    private final Catalog catalog = TestCatalogs.engine();

    @Test
    void an_exception_holds_until_the_day_is_over() {
        Waiver waiver = WaiverFile.read("exceptions.yaml", WAIVER, catalog).getFirst();
        assertThat(waiver.id()).isEqualTo("EX-1");
        assertThat(waiver.scope().accounts()).containsExactly("011122223333");
        assertThat(waiver.scope().tags()).isEqualTo(Map.of("env", List.of("dev", "test"), "team", List.of("a")));
        assertThat(waiver.expires()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "expires: 2026-12-31 | | the key 'expires' is missing",
                "2026-12-31 | soon | must be a date such as 2026-06-30",
                "rule: each-thing | rule: each-thong | exceptions.yaml:2: 'rule' names the rule 'each-thong', which does not exist. Did you mean 'each-thing'?",
                "rule: each-thing | rules: [] | names its 'rule', or several 'rules'",
                "owner: ana | ownr: ana | unknown key 'ownr'. Did you mean 'owner'?",
                "reason: sealed | reason: '' | 'reason' is empty",
                "accounts: [011122223333] | accounts: [12] | an account id has twelve digits",
                "arns: [\"t/*\"] | arns: [] | is an empty list, which no unit can match",
                "accounts: | account: | unknown key 'account'",
            })
    void a_wrong_exception_is_an_error(String right, String wrong, String message) {
        String text = WAIVER.replace(right, wrong == null ? "" : wrong);
        assertThatThrownBy(() -> WaiverFile.read("exceptions.yaml", text, catalog))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void an_exception_without_a_scope_would_cover_everything() {
        String text = WAIVER.replaceAll("(?s)  scope:.*  reason", "  scope: {}\n  reason");
        assertThatThrownBy(() -> WaiverFile.read("exceptions.yaml", text, catalog))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'scope' is empty");
    }

    @Test
    void an_attestation_names_a_rule_or_a_control() {
        Attestation byRule =
                AttestationFile.read("attestations.yaml", ATTESTATION, catalog).getFirst();
        Attestation byControl = AttestationFile.read(
                        "attestations.yaml", ATTESTATION.replace("rule: each-thing", "control: \"1.2\""), catalog)
                .getFirst();
        assertThat(byControl).isEqualTo(byRule);
        assertThat(byRule.at()).isEqualTo(Instant.parse("2026-06-01T06:00:00Z"));
        assertThat(byRule.answer()).isEqualTo(Attestation.Answer.YES);
        assertThat(byRule.evidence()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "rule: each-thing | rule: any-thing | names any-thing, which data decides",
                "rule: each-thing | control: \"9.9\" | names the control '9.9', which does not exist",
                "rule: each-thing | by: me | the key 'by' stands here twice",
                "accounts: [111122223333] | | names its 'accounts' or its 'units'",
                "answer: yes | answer: perhaps | must be one of yes, no, not_applicable",
                "note: looked at it | | gives a 'note', or a link to its 'evidence'",
                "expires: 2026-12-31T00:00:00Z | | the key 'expires' is missing",
                "note: | nte: | unknown key 'nte'. Did you mean 'note'?",
            })
    void a_wrong_attestation_is_an_error(String right, String wrong, String message) {
        String text = ATTESTATION.replace(right, wrong == null ? "" : wrong);
        assertThatThrownBy(() -> AttestationFile.read("attestations.yaml", text, catalog))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_file_that_is_no_list() {
        assertThatThrownBy(() -> WaiverFile.read("exceptions.yaml", "rule: each-thing", catalog))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("exceptions.yaml:1: a list is expected here");
        assertThat(WaiverFile.read("exceptions.yaml", "[]", catalog)).isEmpty();
    }
}
