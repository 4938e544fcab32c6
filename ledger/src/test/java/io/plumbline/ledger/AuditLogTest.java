package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditLogTest extends OnBothDatabases {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00.123456789Z");
    private static final Actor ANA = new Actor("ana", Optional.of("192.0.2.7"));

    private void three() {
        ledger.audit().append(ANA, "exported", "2026-06-30", Map.of("format", "csv", "rows", 3), NOW);
        ledger.audit().append(Actor.person("bob"), "exported", "2026-06-29", Map.of("100%", "_"), NOW);
        ledger.audit().append(ANA, "printed", "2026-06-30", Map.of(), NOW);
    }

    private List<String> who(AuditFilter filter) {
        return ledger.audit().page(filter, Paging.FIRST).items().stream()
                .map(entry -> entry.actor() + " " + entry.action() + " " + entry.subject())
                .toList();
    }

    @Test
    void lines_are_kept_and_found() {
        three();
        assertThat(who(AuditFilter.ALL))
                .containsExactly("ana printed 2026-06-30", "bob exported 2026-06-29", "ana exported 2026-06-30");
        assertThat(who(AuditFilter.of("2026-06-29"))).containsExactly("bob exported 2026-06-29");
        assertThat(who(new AuditFilter(
                        Optional.of("ana"), Optional.of("exported"), Optional.empty(), Optional.empty())))
                .containsExactly("ana exported 2026-06-30");
        AuditEntry oldest =
                ledger.audit().page(AuditFilter.ALL, new Paging(3, 1)).items().getFirst();
        assertThat(oldest.detail()).isEqualTo(Map.of("format", "csv", "rows", 3));
        assertThat(oldest.address()).contains("192.0.2.7");
        assertThat(oldest.at()).isEqualTo(Instant.parse("2026-06-30T12:00:00.123Z"));
    }

    @Test
    void the_signs_of_a_search_are_plain_letters() {
        three();
        for (String text : List.of("100%", "_", "2026-06-29", "BOB")) {
            assertThat(who(new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text))))
                    .as(text)
                    .containsExactly("bob exported 2026-06-29");
        }
    }

    @Test
    void nobody_changes_or_takes_out_a_line() {
        three();
        for (String sql : List.of("update audit_log set actor = 'eve'", "delete from audit_log")) {
            assertThatThrownBy(() -> ledger.write(handle -> handle.execute(sql)))
                    .hasMessageContaining("Nobody changes the audit log");
        }
        assertThat(ledger.audit().verify()).isInstanceOfSatisfying(AuditCheck.Whole.class, whole -> {
            assertThat(whole.lines()).isEqualTo(3);
            assertThat(whole.head()).hasSize(64);
        });
    }

    @Test
    void who_gets_past_the_triggers_leaves_a_trace() {
        three();
        withoutTriggers("update audit_log set actor = 'eve' where actor = 'bob'");
        assertThat(ledger.audit().verify())
                .isInstanceOfSatisfying(
                        AuditCheck.Broken.class,
                        broken -> assertThat(broken.first().actor()).isEqualTo("eve"));
        withoutTriggers("update audit_log set actor = 'bob' where actor = 'eve'");
        assertThat(ledger.audit().verify()).isInstanceOf(AuditCheck.Whole.class);
        withoutTriggers("delete from audit_log where actor = 'bob'");
        assertThat(ledger.audit().verify())
                .isInstanceOfSatisfying(
                        AuditCheck.Broken.class,
                        broken -> assertThat(broken.first().action()).isEqualTo("printed"));
    }

    private void withoutTriggers(String sql) {
        ledger.write(handle -> {
            switch (database) {
                case SQLITE -> {
                    handle.execute("drop trigger if exists audit_log_no_update");
                    handle.execute("drop trigger if exists audit_log_no_delete");
                }
                case POSTGRESQL -> handle.execute("drop trigger if exists audit_log_no_change on audit_log");
            }
            return handle.execute(sql);
        });
    }

    @Test
    void a_deed_that_fails_leaves_no_line() {
        assertThatThrownBy(() -> ledger.write(handle -> {
                    AuditLog.append(handle, NOW, ANA, "tried", "it", Map.of());
                    throw new IllegalStateException("it failed");
                }))
                .hasMessage("it failed");
        assertThat(ledger.audit().verify()).isEqualTo(new AuditCheck.Whole(0, ""));
    }
}
