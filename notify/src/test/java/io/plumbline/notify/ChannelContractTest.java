package io.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.ledger.Ticket;
import io.plumbline.ledger.Turn;
import io.plumbline.model.BadInput;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of channel keeps, each against a server that stands for its system. */
class ChannelContractTest {
    @Test
    void every_kind_there_is_is_held_to_it() {
        assertThat(Kinds.load().all())
                .extracting(ChannelKind::id)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Stands.values())
                        .map(one -> one.kind().id())
                        .toList());
    }

    private static void tell(Stands kind, Stand stand, Item item) {
        Settings settings = kind.settings(stand);
        switch (kind.kind()) {
            case Messenger messenger -> messenger.send(Items.message(item), settings, stand.wires());
            case TicketKeeper keeper -> {
                Ticket ticket = keeper.open(item, settings, stand.wires());
                if (!item.turn().open()) {
                    keeper.close(ticket, item, settings, stand.wires());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_finding_that_opened_arrives(Stands kind) {
        try (Stand stand = kind.start()) {
            tell(kind, stand, Items.item(Turn.OPENED));
            assertThat(stand.seen())
                    .anySatisfy(text -> assertThat(text).contains(Items.ID).contains("No bucket is public"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_finding_that_is_resolved_arrives(Stands kind) {
        try (Stand stand = kind.start()) {
            tell(kind, stand, Items.item(Turn.RESOLVED));
            assertThat(String.join("\n", stand.seen()))
                    .contains(Items.ID)
                    .containsIgnoringCase(
                            switch (kind) {
                                case SECURITY_HUB -> "\"PASSED\"";
                                case PAGERDUTY -> "\"resolve\"";
                                case JIRA, GITHUB, SERVICENOW -> "does not fail any more";
                                case EMAIL, SLACK, TEAMS, WEBHOOK, SNS -> "resolved";
                            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_test_says_what_it_did_and_leaves_no_ticket(Stands kind) {
        try (Stand stand = kind.start()) {
            assertThat(kind.kind().test(kind.settings(stand), stand.wires())).endsWith(".");
            assertThat(stand.seen()).isNotEmpty();
            if (kind.kind() instanceof TicketKeeper) {
                assertThat(stand.seen()).allSatisfy(text -> assertThat(text).startsWith("GET "));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_refuses_is_named_and_no_secret_is(Stands kind) {
        try (Stand stand = kind.start()) {
            stand.refuse();
            assertThatThrownBy(() -> tell(kind, stand, Items.item(Turn.OPENED)))
                    .isInstanceOf(ChannelTrouble.class)
                    .hasMessageMatching("(?s).*(127.0.0.1|localhost|AWS).*")
                    .hasMessageMatching("(?s).*(you may not|we take nothing|403).*")
                    .hasMessageNotContaining(Stand.SECRET);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_not_there_is_named_and_no_secret_is(Stands kind) {
        Stand stand = kind.start();
        Settings settings = kind.settings(stand);
        Wires wires = stand.wires();
        stand.close();
        assertThatThrownBy(() -> kind.kind().test(settings, wires))
                .isInstanceOf(ChannelTrouble.class)
                .hasMessageNotContaining(Stand.SECRET);
    }

    @ParameterizedTest
    @EnumSource
    void what_it_lacks_is_named(Stands kind) {
        try (Stand stand = kind.start()) {
            Settings whole = kind.settings(stand);
            whole.check();
            assertThat(whole.toString()).doesNotContain(Stand.SECRET);
            whole.fields().stream().filter(Field::required).forEach(field -> {
                Settings less = new Settings(
                        whole.fields(), without(whole.values(), field.name()), without(whole.secrets(), field.name()));
                assertThatThrownBy(less::check)
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining("'" + field.name() + "'")
                        .hasMessageNotContaining(Stand.SECRET);
            });
        }
    }

    private static Map<String, String> without(Map<String, String> all, String name) {
        Map<String, String> less = new TreeMap<>(all);
        less.remove(name);
        return less;
    }

    @ParameterizedTest
    @EnumSource
    void a_secret_among_the_settings_is_refused(Stands kind) {
        try (Stand stand = kind.start()) {
            Map<String, String> mixed = new TreeMap<>(stand.settings());
            mixed.putAll(stand.secrets());
            assertThatThrownBy(() -> new Settings(kind.kind().fields(), mixed, Map.of()).check())
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("is a secret")
                    .hasMessageNotContaining(Stand.SECRET);
        }
    }

    static Stream<Stands> ticketKeepers() {
        return Arrays.stream(Stands.values()).filter(one -> one.kind() instanceof TicketKeeper);
    }

    @ParameterizedTest
    @MethodSource("ticketKeepers")
    void a_finding_has_one_ticket_that_is_closed_and_opened_again(Stands kind) {
        try (HttpStand stand = (HttpStand) kind.start()) {
            TicketKeeper keeper = (TicketKeeper) kind.kind();
            Settings settings = kind.settings(stand);
            Wires wires = stand.wires();
            Ticket ticket = keeper.open(Items.item(Turn.OPENED), settings, wires);
            assertThat(ticket.link()).startsWith("http").contains(ticket.number());
            assertThat(keeper.open(Items.item(Turn.OPENED), settings, wires))
                    .as("a try that came after one whose answer was lost")
                    .isEqualTo(ticket);
            keeper.close(ticket, Items.item(Turn.RESOLVED), settings, wires);
            Ticket again = keeper.reopen(ticket.asClosed(), Items.item(Turn.REOPENED), settings, wires);
            assertThat(again).isEqualTo(ticket);
            keeper.close(again, Items.item(Turn.RESOLVED), settings, wires);
            assertThat(keeper.open(Items.item(Turn.OPENED), settings, wires))
                    .as("one that is closed is not taken for open")
                    .isNotEqualTo(ticket);
        }
    }

    @ParameterizedTest
    @MethodSource("ticketKeepers")
    void a_ticket_that_somebody_deleted_is_known_as_such(Stands kind) {
        try (HttpStand stand = (HttpStand) kind.start()) {
            Ticket gone = new Ticket(kind == Stands.JIRA ? "SEC-99" : "99", "https://example.com/99", false);
            TicketKeeper keeper = (TicketKeeper) kind.kind();
            assertThatThrownBy(() -> keeper.close(gone, Items.item(Turn.RESOLVED), kind.settings(stand), stand.wires()))
                    .isInstanceOfSatisfying(
                            ChannelTrouble.class,
                            trouble -> assertThat(trouble.notThere()).isTrue());
        }
    }
}
