package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may send what, and what becomes of it. */
class DeliveriesTest extends OnBothDatabases {
    private static final Actor ADMIN = Actor.person("ana");
    private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofMinutes(20));

    private Channels channels;
    private String channel;

    @BeforeEach
    void channel() {
        channels = ledger.channels(Vault.at(folder));
        channel = channels.add("webhook", "hook", Map.of(), Map.of(), true, ADMIN, NOW)
                .id();
        ledger.routes().add("all", channel, RouteFilter.ALL, Optional.empty(), true, ADMIN, NOW);
        new LedgerRows(ledger).twoAccounts().finding("rule", LedgerRows.DEV, "global", "unit");
    }

    private void make(int count) {
        ledger.write(handle -> handle.execute("insert into finding_event (finding, moment, kind, actor)"
                + " select id, 1, 'opened', 'scan' from finding"));
        List<NewDelivery> made = java.util.stream.IntStream.range(0, count)
                .mapToObj(number -> new NewDelivery(Optional.of("f"), "number " + number, "{\"n\":" + number + "}"))
                .toList();
        assertThat(ledger.telling(all -> all, (route, to, turns) -> made).tell(NOW))
                .isEqualTo(count);
    }

    private Delivery only() {
        return ledger.deliveries()
                .page(Set.of(), Optional.of(channel), Paging.FIRST)
                .items()
                .getFirst();
    }

    @Test
    void each_is_taken_by_one_program_alone() throws Exception {
        make(100);
        ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
        try (Ledger other = Ledger.open(url);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> takers = List.of(ledger, other, ledger, other).stream()
                    .<Future<?>>map(one -> threads.submit(() -> {
                        List<Deliveries.Taken> some = one.deliveries().take(7, NOW, SOON);
                        // More than there can be, so that a mistake ends in a failure and not never.
                        for (int round = 0; round < 100 && !some.isEmpty(); round++) {
                            some.forEach(each -> taken.add(each.delivery().id()));
                            some = one.deliveries().take(7, NOW, SOON);
                        }
                    }))
                    .toList();
            for (Future<?> taker : takers) {
                taker.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(taken).hasSize(100);
        assertThat(new HashSet<>(taken)).hasSize(100);
    }

    @Test
    void one_of_which_nothing_is_heard_can_be_taken_again() {
        make(1);
        assertThat(ledger.deliveries().take(5, NOW, SOON)).singleElement().satisfies(one -> {
            assertThat(one.payload()).isEqualTo("{\"n\":0}");
            assertThat(one.delivery().routeName()).isEqualTo("all");
            assertThat(one.delivery().channelName()).isEqualTo("hook");
            assertThat(one.delivery().finding()).contains("f");
        });
        assertThat(ledger.deliveries().take(5, SOON.minusMillis(1), SOON)).isEmpty();
        assertThat(ledger.deliveries().take(5, SOON, SOON.plusSeconds(1))).hasSize(1);
    }

    @Test
    void one_that_failed_waits_and_one_that_was_given_up_waits_for_a_person() {
        make(1);
        String id = ledger.deliveries().take(1, NOW, SOON).getFirst().delivery().id();
        ledger.deliveries().failed(id, "nobody was there", Optional.of(NOW.plusSeconds(60)), NOW);
        assertThat(ledger.deliveries().take(1, NOW.plusSeconds(59), SOON)).isEmpty();
        assertThat(ledger.deliveries().take(1, NOW.plusSeconds(60), SOON)).hasSize(1);
        ledger.deliveries().failed(id, "still nobody", Optional.empty(), NOW.plusSeconds(61));
        assertThat(only().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(only().attempts()).isEqualTo(2);
        assertThat(only().trouble()).contains("still nobody");
        assertThat(ledger.deliveries().take(1, NOW.plus(Duration.ofDays(9)), SOON))
                .isEmpty();
        ledger.deliveries().retry(id, ADMIN, NOW.plusSeconds(70));
        assertThat(ledger.deliveries().take(1, NOW.plusSeconds(70), SOON)).hasSize(1);
        ledger.deliveries().sent(id, Optional.empty(), NOW.plusSeconds(71));
        assertThat(only().state()).isEqualTo(DeliveryState.SENT);
        assertThat(only().trouble()).isEmpty();
        assertThatThrownBy(() -> ledger.deliveries().retry(id, ADMIN, NOW))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("sent already");
        assertThat(ledger.audit()
                        .page(
                                new AuditFilter(
                                        Optional.empty(),
                                        Optional.of("delivery-retried"),
                                        Optional.of(id),
                                        Optional.empty()),
                                Paging.FIRST)
                        .total())
                .isOne();
    }

    @Test
    void what_is_for_a_channel_that_sleeps_waits() {
        make(1);
        ChannelChange asleep = new ChannelChange(Optional.empty(), Optional.empty(), Map.of(), Optional.of(false));
        channels.change(channel, asleep, ADMIN, NOW);
        assertThat(ledger.deliveries().take(1, NOW, SOON)).isEmpty();
        ChannelChange awake = new ChannelChange(Optional.empty(), Optional.empty(), Map.of(), Optional.of(true));
        channels.change(channel, awake, ADMIN, NOW);
        assertThat(ledger.deliveries().take(1, NOW, SOON)).hasSize(1);
    }

    @Test
    void what_was_sent_is_forgotten_after_a_month_and_what_waits_never() {
        make(3);
        List<Deliveries.Taken> all = ledger.deliveries().take(3, NOW, SOON);
        ledger.deliveries().sent(all.get(0).delivery().id(), Optional.empty(), NOW);
        ledger.deliveries().failed(all.get(1).delivery().id(), "no", Optional.empty(), NOW);
        assertThat(ledger.deliveries().forgetOld(NOW.plus(Duration.ofDays(30)))).isZero();
        assertThat(ledger.deliveries().forgetOld(NOW.plus(Duration.ofDays(31)))).isOne();
        assertThat(ledger.deliveries().forgetOld(NOW.plus(Duration.ofDays(181))))
                .isOne();
        assertThat(ledger.deliveries().forgetOld(NOW.plus(Duration.ofDays(9_999))))
                .isZero();
        assertThat(only().state()).isEqualTo(DeliveryState.WAITING);
    }
}
