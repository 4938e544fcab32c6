package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.ledger.Role;
import io.plumbline.model.BadInput;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleMapTest {
    @Test
    void the_first_line_that_fits_counts_and_no_other() {
        RoleMap map = RoleMap.read(
                "roles.yaml",
                """
                - group: developers
                  role: engineer
                  accounts: ["111122223333"]
                  ous: [Workloads]
                - {group: security, role: admin}
                """);
        RoleMap.Line both = map.of(Set.of("security", "developers")).orElseThrow();
        assertThat(both.role()).isEqualTo(Role.ENGINEER);
        assertThat(both.scope().accounts()).containsExactly("111122223333");
        assertThat(both.scope().ous()).containsExactly("Workloads");
        assertThat(map.of(Set.of("security")).orElseThrow().role()).isEqualTo(Role.ADMIN);
        assertThat(map.of(Set.of("Security"))).as("groups are told apart by capitals").isEmpty();
        assertThat(map.letsIn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|at least one line",
                "group: a|at least one line",
                "- {group: a, role: king}|'king'",
                "- {role: admin}|group is missing",
                "- {group: a, role: admin, account: [\"111122223333\"]}|no other: account",
                "- {group: a, role: admin, accounts: []}|at least one",
                "- {group: a, role: admin, accounts: [111122223333]}|in quotes",
                "- {group: a, role: admin, ous: Workloads}|lists",
                "- {group: a|not YAML",
                "- admin|no other",
            })
    void what_is_wrong_is_said_and_where(String text, String why) {
        assertThatThrownBy(() -> RoleMap.read("roles.yaml", text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("roles.yaml")
                .hasMessageContaining(why);
    }
}
