package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters of rules as people write them. */
class ParameterFileTest {
    private static final String FILE = """
            rules:
              enough-things: {least: 1, ignored: [t/1, 22]}
            ous:
              Workloads:
                enough-things: {strict: true}
            accounts:
              011122223333:
                enough-things: {label: "3.9"}
            """;

    private final Catalog catalog = TestCatalogs.engine();

    @Test
    void values_stand_for_all_accounts_for_units_and_for_single_accounts() {
        assertThat(ParameterFile.read("p.yaml", FILE, catalog))
                .isEqualTo(new RuleSettings(
                        Map.of("enough-things", Map.of("least", 1L, "ignored", List.of("t/1", "22"))),
                        Map.of("Workloads", Map.of("enough-things", Map.of("strict", true))),
                        Map.of("011122223333", Map.of("enough-things", Map.of("label", "3.9")))));
    }

    @Test
    void what_is_commented_out_says_nothing() {
        assertThat(ParameterFile.read("p.yaml", "rules:\naccounts:\n  '111122223333':\n", catalog))
                .isEqualTo(RuleSettings.STANDARD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "rules: | rulez: | p.yaml:2: unknown key 'rulez'. Did you mean 'rules'?",
                "least: 1 | leest: 1 | names the parameter 'leest', which does not exist. Did you mean 'least'?",
                "least: 1 | least: two | p.yaml:2: 'least' must be a whole number, not 'two'",
                "label: \"3.9\" | label: 3.9 | put it in quotes",
                "strict: true | strict: often | must be true or false",
                "ignored: [t/1, 22] | ignored: t/1 | must be a list of texts",
                "011122223333: | 12: | 'accounts' holds '12'; an account id has twelve digits",
                "enough-things: {strict | enough-thongs: {strict | Did you mean 'enough-things'?",
            })
    void what_is_wrong_is_said_with_its_line(String right, String wrong, String message) {
        String text = FILE.replace(right, wrong);
        assertThat(text).isNotEqualTo(FILE);
        assertThatThrownBy(() -> ParameterFile.read("p.yaml", text, catalog))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alarm-root-usage: {threshold: strct} | is one of warn, strict",
                "iam-access-key-rotation-90d: {max_age_days: 0} | is at least 1",
                "sg-no-public-ssh: {port: 23} | cannot be set",
            })
    void a_value_that_a_rule_does_not_take_is_refused_wherever_it_is_set(String rule, String message) {
        Catalog builtIn = Catalog.load(Optional.empty());
        for (String place :
                List.of("rules:\n  ", "ous:\n  Production:\n    ", "accounts:\n  \"011122223333\":\n    ")) {
            String text = place + rule + "\n";
            long line = text.lines().count();
            assertThatThrownBy(() -> ParameterFile.read("p.yaml", text, builtIn))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("p.yaml:" + line + ":")
                    .hasMessageContaining(message);
        }
    }
}
