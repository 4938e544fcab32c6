package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where notifications can go, and what is kept of it. */
class ChannelsTest extends OnBothDatabases {
    private static final Actor ADMIN = Actor.person("ana");
    private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");
    private static final String SECRET = "xoxb-very-secret";

    private Channels channels;

    @BeforeEach
    void vault() {
        channels = ledger.channels(Vault.at(folder));
    }

    private Channel slack() {
        return channels.add("slack", " Payments ", Map.of("room", "#pay"), Map.of("url", SECRET), true, ADMIN, NOW);
    }

    private List<AuditEntry> log() {
        return ledger.audit()
                .page(
                        new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        Paging.FIRST)
                .items();
    }

    @Test
    void a_secret_is_kept_sealed_told_to_who_sends_and_in_no_log() {
        Channel added = slack();
        assertThat(added.name()).isEqualTo("Payments");
        assertThat(added.secrets()).containsExactly("url");
        assertThat(channels.secrets(added.id())).isEqualTo(Map.of("url", SECRET));
        String kept = ledger.read(handle -> handle.createQuery("select secrets from channel")
                .mapTo(String.class)
                .one());
        assertThat(kept).contains("url").doesNotContain(SECRET);
        channels.change(
                added.id(),
                new ChannelChange(Optional.empty(), Optional.empty(), Map.of("url", SECRET + "2"), Optional.empty()),
                ADMIN,
                NOW);
        assertThat(log()).extracting(AuditEntry::action).contains("channel-added", "channel-changed");
        assertThat(log().toString()).contains("url").doesNotContain(SECRET);
    }

    @Test
    void what_is_not_named_stays_and_an_empty_secret_goes() {
        Channel added = slack();
        Channel changed = channels.change(
                added.id(),
                new ChannelChange(Optional.of("Pay"), Optional.empty(), Map.of("token", "t"), Optional.of(false)),
                ADMIN,
                NOW);
        assertThat(changed.settings()).isEqualTo(Map.of("room", "#pay"));
        assertThat(changed.secrets()).containsExactlyInAnyOrder("url", "token");
        assertThat(changed.active()).isFalse();
        channels.change(
                added.id(),
                new ChannelChange(Optional.empty(), Optional.of(Map.of()), Map.of("url", ""), Optional.empty()),
                ADMIN,
                NOW);
        assertThat(channels.get(added.id()))
                .contains(new Channel(added.id(), "slack", "Pay", Map.of(), java.util.Set.of("token"), false));
    }

    @Test
    void a_secret_of_one_channel_opens_for_no_other() {
        String one = slack().id();
        String two = slack().id();
        ledger.write(handle -> handle.execute(
                "update channel set secrets = (select secrets from channel where id = ?) where id = ?", one, two));
        assertThatThrownBy(() -> channels.secrets(two))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("vault.key")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void with_a_channel_go_its_routes_and_what_waits_for_it() {
        String id = slack().id();
        ledger.routes().add("all", id, RouteFilter.ALL, Optional.empty(), true, ADMIN, NOW);
        new LedgerRows(ledger).twoAccounts().finding("rule", LedgerRows.DEV, "global", "unit");
        ledger.write(handle -> handle.execute("insert into finding_event (finding, moment, kind, actor)"
                + " select id, 1, 'opened', 'scan' from finding"));
        ledger.telling(
                        frameworks -> frameworks,
                        (route, channel, turns) -> List.of(new NewDelivery(Optional.empty(), "x", "{}")))
                .tell(NOW);
        String finding = ledger.read(handle ->
                handle.createQuery("select id from finding").mapTo(String.class).one());
        ledger.tickets().remember(finding, id, new Ticket("1", "https://example.com/1", false), NOW);
        channels.remove(id, ADMIN, NOW);
        assertThat(channels.all()).isEmpty();
        assertThat(ledger.routes().all()).isEmpty();
        assertThat(ledger.deliveries()
                        .page(java.util.Set.of(), Optional.empty(), Paging.FIRST)
                        .total())
                .isZero();
        assertThat(log()).extracting(AuditEntry::action).contains("channel-removed");
    }

    @Test
    void a_name_is_needed_and_what_is_not_there_is_said() {
        assertThatThrownBy(() -> channels.add("slack", " ", Map.of(), Map.of(), true, ADMIN, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> channels.remove("channel-x", ADMIN, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("channel-x");
        assertThatThrownBy(() ->
                        ledger.routes().add("all", "channel-x", RouteFilter.ALL, Optional.empty(), true, ADMIN, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("channel-x");
    }

    @Test
    void a_ticket_is_shown_with_its_finding_unless_a_person_put_another_there() {
        String id = slack().id();
        LedgerRows rows = new LedgerRows(ledger).twoAccounts();
        String ours = rows.finding("rule", LedgerRows.DEV, "global", "unit");
        String theirs = rows.finding("rule", LedgerRows.DEV, "global", "other");
        ledger.write(handle -> handle.execute("update finding set ticket = 'https://theirs' where id = ?", theirs));
        for (String finding : List.of(ours, theirs)) {
            ledger.tickets().remember(finding, id, new Ticket("1", "https://ours/1", false), NOW);
            ledger.tickets().remember(finding, id, new Ticket("1", "https://ours/1", true), NOW);
            ledger.tickets().remember(finding, id, new Ticket("2", "https://ours/2", false), NOW);
        }
        assertThat(ledger.tickets().of(ours, id)).contains(new Ticket("2", "https://ours/2", false));
        assertThat(ledger.findings()
                        .get(ours, Visible.ALL)
                        .orElseThrow()
                        .finding()
                        .ticket())
                .contains("https://ours/2");
        assertThat(rows.history(ours)).containsExactly("ticket clock https://ours/1", "ticket clock https://ours/2");
        assertThat(ledger.findings()
                        .get(theirs, Visible.ALL)
                        .orElseThrow()
                        .finding()
                        .ticket())
                .contains("https://theirs");
    }
}
