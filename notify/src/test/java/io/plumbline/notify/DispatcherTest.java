package io.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Catalog;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Deliveries;
import io.plumbline.ledger.Delivery;
import io.plumbline.ledger.DeliveryState;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.RouteFilter;
import io.plumbline.ledger.Vault;
import io.plumbline.ledger.Visible;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told, when, and what becomes of what cannot be told. */
class DispatcherTest {
    private static final Catalog CATALOG = Catalog.load(Optional.empty());
    private static final Actor ADMIN = Actor.person("admin");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-02T08:00:00Z"));
    private final Wires wires = TestWires.at(now::get, Optional.empty());

    @TempDir
    Path home;

    private Ledger ledger;
    private Dispatcher dispatcher;
    private Followed followed;

    @BeforeEach
    void open() {
        ledger = Ledger.at(home);
        dispatcher = dispatcher(ledger);
        followed = new Followed(home.resolve("ledger.db"));
    }

    @AfterEach
    void close() {
        ledger.close();
        wires.close();
    }

    private Dispatcher dispatcher(Ledger of) {
        return new Dispatcher(of, Vault.at(home), CATALOG, Kinds.load(), wires, () -> "https://plumbline.example.com");
    }

    /** A channel to a stand, and a route that tells it everything. */
    private String routed(Stands kind, Stand stand, Optional<Integer> digestHour) {
        String channel = ledger.channels(Vault.at(home))
                .add(kind.kind().id(), "to " + kind, stand.settings(), stand.secrets(), true, ADMIN, now.get())
                .id();
        ledger.routes().add("everything", channel, RouteFilter.ALL, digestHour, true, ADMIN, now.get());
        return channel;
    }

    private HttpStand routed(Stands kind) {
        HttpStand stand = (HttpStand) kind.start();
        routed(kind, stand, Optional.empty());
        return stand;
    }

    private void pass() {
        dispatcher.pass(() -> false);
    }

    private void later(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }

    private List<Delivery> deliveries() {
        return ledger.deliveries()
                .page(Set.of(), Optional.empty(), Paging.FIRST)
                .items();
    }

    @Test
    void a_change_is_told_once() {
        followed.opened(1);
        try (HttpStand stand = routed(Stands.WEBHOOK)) {
            pass();
            assertThat(stand.requests()).as("what was so before the route").isEmpty();
            followed.opened(2);
            pass();
            pass();
            assertThat(stand.requests()).hasSize(1);
            assertThat(stand.last().json().at("/findings/0/id").asString()).isEqualTo(Followed.id(2));
            assertThat(stand.last().json().at("/findings/0/link").asString())
                    .isEqualTo("https://plumbline.example.com/findings?finding=" + Followed.id(2));
            assertThat(stand.last().json().at("/findings/0/title").asString())
                    .isEqualTo(CATALOG.rule(Followed.RULE).title());
            assertThat(deliveries()).singleElement().satisfies(one -> {
                assertThat(one.state()).isEqualTo(DeliveryState.SENT);
                assertThat(one.id()).isEqualTo(stand.last().header("Plumbline-Delivery"));
            });
        }
    }

    @Test
    void people_are_told_the_numbers_and_the_worst_and_programs_everything() {
        try (HttpStand slack = routed(Stands.SLACK);
                HttpStand webhook = routed(Stands.WEBHOOK)) {
            for (int i = 0; i < 105; i++) {
                followed.opened(i);
            }
            pass();
            assertThat(slack.requests()).hasSize(1);
            assertThat(slack.last().json().path("text").asString()).isEqualTo("Plumbline: 105 new (105 high)");
            assertThat(slack.last().body()).contains("and 85 more");
            assertThat(webhook.requests())
                    .extracting(request -> request.json().path("findings").size())
                    .containsExactlyInAnyOrder(100, 5);
        }
    }

    @Test
    void what_fails_is_tried_six_times_then_given_up_and_again_when_somebody_says_so() {
        try (HttpStand stand = routed(Stands.WEBHOOK)) {
            stand.refuse();
            followed.opened(1);
            pass();
            pass();
            assertThat(stand.requests()).hasSize(1);
            for (Duration wait : Dispatcher.WAITS) {
                assertThat(deliveries().getFirst().state()).isEqualTo(DeliveryState.WAITING);
                later(wait.minusSeconds(1));
                pass();
                int before = stand.requests().size();
                later(Duration.ofSeconds(1));
                pass();
                assertThat(stand.requests()).hasSize(before + 1);
            }
            Delivery dead = deliveries().getFirst();
            assertThat(dead.state()).isEqualTo(DeliveryState.DEAD);
            assertThat(dead.attempts()).isEqualTo(6);
            assertThat(dead.trouble()).get().asString().contains("answered 403", "you may not");
            later(Duration.ofDays(2));
            pass();
            assertThat(stand.requests()).hasSize(6);
            stand.takeAgain();
            ledger.deliveries().retry(dead.id(), ADMIN, now.get());
            pass();
            assertThat(deliveries().getFirst().state()).isEqualTo(DeliveryState.SENT);
            assertThat(stand.requests())
                    .extracting(request -> request.header("Plumbline-Delivery"))
                    .containsOnly(dead.id());
        }
    }

    @Test
    void two_programs_on_one_ledger_tell_and_send_each_once() throws Exception {
        try (HttpStand stand = routed(Stands.PAGERDUTY);
                Ledger second = Ledger.at(home);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                followed.opened(i);
            }
            Dispatcher other = dispatcher(second);
            List<Future<?>> both = List.of(dispatcher, other).stream()
                    .<Future<?>>map(one -> threads.submit(() -> one.pass(() -> false)))
                    .toList();
            for (Future<?> one : both) {
                one.get(60, TimeUnit.SECONDS);
            }
            assertThat(stand.requests())
                    .extracting(request -> request.json().path("dedup_key").asString())
                    .hasSize(30)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_a_killed_program_had_taken_is_sent_by_another_after_a_while() {
        try (HttpStand stand = routed(Stands.WEBHOOK)) {
            followed.opened(1);
            dispatcher.tell();
            List<Deliveries.Taken> taken =
                    ledger.deliveries().take(10, now.get(), now.get().plus(Duration.ofMinutes(20)));
            assertThat(taken).hasSize(1);
            pass();
            assertThat(stand.requests()).isEmpty();
            later(Duration.ofMinutes(20));
            pass();
            assertThat(stand.requests()).hasSize(1);
        }
    }

    @Test
    void what_was_overtaken_is_not_told_any_more() {
        try (HttpStand stand = routed(Stands.PAGERDUTY)) {
            stand.refuse();
            followed.opened(1);
            pass();
            stand.takeAgain();
            followed.resolved(1);
            pass();
            later(Duration.ofHours(1));
            pass();
            assertThat(stand.requests())
                    .extracting(request -> request.json().path("event_action").asString())
                    .containsExactly("trigger", "resolve");
            assertThat(deliveries()).extracting(Delivery::state).containsOnly(DeliveryState.SENT);
            assertThat(deliveries())
                    .anySatisfy(
                            one -> assertThat(one.trouble()).get().asString().contains("nothing to tell"));
        }
    }

    @Test
    void where_nobody_answers_the_rest_waits_too() {
        HttpStand stand = routed(Stands.PAGERDUTY);
        stand.close();
        for (int i = 0; i < 3; i++) {
            followed.opened(i);
        }
        pass();
        assertThat(deliveries()).hasSize(3).allSatisfy(one -> {
            assertThat(one.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(one.attempts()).isEqualTo(1);
            assertThat(one.trouble()).get().asString().contains("127.0.0.1 cannot be reached");
        });
    }

    @Test
    void a_ticket_follows_its_finding() {
        try (HttpStand stand = routed(Stands.GITHUB)) {
            followed.opened(1);
            pass();
            String link = "https://github.example.com/repos/example/security/issues/1";
            assertThat(ledger.findings()
                            .get(Followed.id(1), Visible.ALL)
                            .orElseThrow()
                            .finding()
                            .ticket())
                    .contains(link);
            followed.resolved(1);
            pass();
            followed.reopened(1);
            pass();
            assertThat(stand.requests().stream()
                            .filter(request -> request.method().equals("PATCH"))
                            .map(request -> request.json().path("state").asString()))
                    .containsExactly("closed", "open");
            assertThat(stand.requests().stream()
                            .filter(request -> request.method().equals("POST")
                                    && request.path().endsWith("/issues")))
                    .as("one ticket a finding")
                    .hasSize(1);
            assertThat(ledger.findings()
                            .get(Followed.id(1), Visible.ALL)
                            .orElseThrow()
                            .history())
                    .extracting(event -> event.kind())
                    .containsOnlyOnce("ticket");
        }
    }

    @Test
    void a_flood_of_tickets_waits_for_a_persons_word() {
        try (HttpStand stand = routed(Stands.GITHUB)) {
            for (int i = 0; i < MessageWriter.AT_ONCE + 2; i++) {
                followed.opened(i);
            }
            pass();
            assertThat(opened(stand)).isEqualTo(MessageWriter.AT_ONCE);
            List<Delivery> held = deliveries().stream()
                    .filter(one -> one.state() == DeliveryState.DEAD)
                    .toList();
            assertThat(held).hasSize(2);
            assertThat(held.getFirst().trouble()).get().asString().contains("102 findings came at once");
            ledger.deliveries().retry(held.getFirst().id(), ADMIN, now.get());
            pass();
            assertThat(opened(stand)).isEqualTo(MessageWriter.AT_ONCE + 1);
        }
    }

    private static long opened(HttpStand stand) {
        return stand.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith("/issues"))
                .count();
    }

    @Test
    void a_digest_tells_a_day_in_one_and_not_what_came_and_went() {
        try (HttpStand stand = (HttpStand) Stands.SLACK.start()) {
            routed(Stands.SLACK, stand, Optional.of(9));
            followed.opened(1);
            followed.opened(2);
            followed.resolved(2);
            pass();
            assertThat(stand.requests()).as("at eight").isEmpty();
            later(Duration.ofMinutes(61));
            followed.opened(3);
            pass();
            pass();
            assertThat(stand.requests()).hasSize(1);
            assertThat(stand.last().json().path("text").asString()).isEqualTo("Plumbline: 2 new (2 high)");
            later(Duration.ofHours(24));
            pass();
            assertThat(stand.requests()).as("a day on which nothing changed").hasSize(1);
        }
    }

    @Test
    void no_secret_is_in_the_database_in_clear() throws Exception {
        try (HttpStand stand = routed(Stands.SLACK)) {
            stand.refuse();
            followed.opened(1);
            pass();
            assertThat(stand.last().path()).contains(Stand.SECRET);
        }
        try (var files = Files.list(home)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(Stand.SECRET));
        }
    }
}
