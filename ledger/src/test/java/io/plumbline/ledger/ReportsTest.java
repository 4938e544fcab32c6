package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of files that were handed out. */
class ReportsTest extends OnBothDatabases {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Actor AUD = Actor.person("aud");

    private Report made(String format, String hash, Instant at, String... accounts) {
        return ledger.reports()
                .add(
                        new NewReport(
                                format,
                                "cis-1.2",
                                "s1",
                                NOW.minusSeconds(60),
                                Set.of(accounts),
                                "plumbline." + format,
                                12_345_678_901L,
                                hash),
                        AUD,
                        at);
    }

    private List<Report> seen(Visible visible, Optional<String> text) {
        return ledger.reports().page(text, visible, Paging.FIRST).items();
    }

    @Test
    void one_is_kept_as_it_was_handed_out_newest_first_and_found_by_its_hash() {
        Report first = made("csv", "aa11", NOW, LedgerRows.DEV, LedgerRows.PROD);
        Report second = made("offline", "bb22", NOW.plus(Duration.ofHours(1)), LedgerRows.DEV);
        assertThat(seen(Visible.ALL, Optional.empty())).containsExactly(second, first);
        assertThat(seen(Visible.ALL, Optional.of("AA11"))).containsExactly(first);
        assertThat(ledger.reports().page(Optional.empty(), Visible.ALL, new Paging(2, 1)))
                .isEqualTo(new Page<>(2, List.of(first)));
        assertThat(ledger.audit().page(AuditFilter.of(first.id()), Paging.FIRST).items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("report-made");
                    assertThat(entry.detail()).containsEntry("sha256", "aa11");
                });
    }

    @Test
    void who_may_not_see_all_of_its_accounts_does_not_see_it() {
        made("csv", "aa11", NOW, LedgerRows.DEV, LedgerRows.PROD);
        Report own = made("csv", "bb22", NOW, LedgerRows.DEV);
        made("csv", "cc33", NOW);
        assertThat(seen(Visible.only(Set.of(LedgerRows.DEV)), Optional.empty())).containsExactly(own);
        assertThat(seen(Visible.only(Set.of(LedgerRows.DEV, LedgerRows.PROD)), Optional.empty()))
                .hasSize(2);
        assertThat(seen(Visible.only(Set.of()), Optional.empty())).isEmpty();
        assertThat(seen(Visible.ALL, Optional.empty())).hasSize(3);
    }
}
