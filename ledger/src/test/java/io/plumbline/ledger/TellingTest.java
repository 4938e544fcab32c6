package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of everything that happens to findings a route is told. */
class TellingTest extends OnBothDatabases {
    private static final Actor ADMIN = Actor.person("ana");
    private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

    private LedgerRows rows;
    private String channel;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void channel() {
        rows = new LedgerRows(ledger).twoAccounts();
        channel = ledger.channels(Vault.at(folder))
                .add("webhook", "hook", Map.of(), Map.of(), true, ADMIN, NOW)
                .id();
    }

    private NotificationRoute route(RouteFilter filter, Optional<Integer> digest) {
        return ledger.routes().add("all", channel, filter, digest, true, ADMIN, NOW);
    }

    private void happens(String finding, String... kinds) {
        for (String kind : kinds) {
            ledger.write(handle -> handle.execute(
                    "insert into finding_event (finding, moment, kind, actor) values (?, 1, ?, 'scan')",
                    finding,
                    kind));
        }
    }

    private Telling telling() {
        return ledger.telling(
                frameworks -> frameworks.contains("cis") ? Set.of("in-cis") : Set.of(), (route, to, turns) -> {
                    List<Finding> details = turns.details(turns.all());
                    for (int i = 0; i < details.size(); i++) {
                        told.add(
                                turns.all().get(i).turn() + " " + details.get(i).unit());
                    }
                    return List.of(new NewDelivery(Optional.empty(), "something", "{}"));
                });
    }

    private List<String> tell(Instant at) {
        told.clear();
        telling().tell(at);
        return told;
    }

    @Test
    void the_difference_is_told_and_not_the_way_there() {
        record Way(String kinds, Optional<Turn> turn) {}
        List<Way> ways = List.of(
                new Way("opened", Optional.of(Turn.OPENED)),
                new Way("reopened", Optional.of(Turn.REOPENED)),
                new Way("resolved", Optional.of(Turn.RESOLVED)),
                new Way("not-read", Optional.empty()),
                new Way("commented", Optional.empty()),
                new Way("opened resolved", Optional.empty()),
                new Way("opened resolved reopened", Optional.of(Turn.OPENED)),
                new Way("resolved reopened", Optional.empty()),
                new Way("resolved reopened resolved", Optional.of(Turn.RESOLVED)),
                new Way("opened excepted", Optional.empty()),
                new Way("excepted", Optional.empty()),
                new Way("excepted exception-ended", Optional.empty()),
                new Way("exception-ended", Optional.of(Turn.REOPENED)),
                new Way("exception-ended excepted", Optional.empty()),
                new Way("excepted resolved", Optional.of(Turn.RESOLVED)));
        route(RouteFilter.ALL, Optional.empty());
        for (Way way : ways) {
            happens(
                    rows.finding("rule", LedgerRows.DEV, "global", way.kinds()),
                    way.kinds().split(" "));
            assertThat(tell(NOW))
                    .as(way.kinds())
                    .isEqualTo(way.turn().map(turn -> turn + " " + way.kinds()).stream()
                            .toList());
            assertThat(tell(NOW)).as("it was told already").isEmpty();
        }
    }

    @Test
    void a_filter_takes_what_meets_all_of_it() {
        String dev = rows.finding("in-cis", LedgerRows.DEV, "global", "dev");
        String prod = rows.finding("in-none", LedgerRows.PROD, "global", "prod");
        record Case(RouteFilter filter, List<String> told) {}
        List<Case> cases = List.of(
                new Case(RouteFilter.ALL, List.of("OPENED dev", "OPENED prod")),
                new Case(filter(Severity.HIGH, Set.of(), Set.of(), Set.of(), Set.of()), List.of()),
                new Case(
                        filter(Severity.MEDIUM, Set.of(LedgerRows.PROD), Set.of(), Set.of(), Set.of()),
                        List.of("OPENED prod")),
                new Case(
                        filter(Severity.LOW, Set.of(), Set.of("Root/Workloads/Dev"), Set.of(), Set.of()),
                        List.of("OPENED dev")),
                new Case(
                        filter(Severity.LOW, Set.of(), Set.of("ou-1-work"), Set.of(), Set.of()),
                        List.of("OPENED dev", "OPENED prod")),
                new Case(filter(Severity.LOW, Set.of(LedgerRows.PROD), Set.of("Dev"), Set.of(), Set.of()), List.of()),
                new Case(filter(Severity.LOW, Set.of(), Set.of(), Set.of("cis"), Set.of()), List.of("OPENED dev")),
                new Case(filter(Severity.LOW, Set.of(), Set.of(), Set.of("gone"), Set.of()), List.of()),
                new Case(filter(Severity.LOW, Set.of(), Set.of(), Set.of(), Set.of(Turn.RESOLVED)), List.of()));
        for (Case one : cases) {
            NotificationRoute route = route(one.filter(), Optional.empty());
            happens(dev, "opened");
            happens(prod, "opened");
            assertThat(tell(NOW)).as(one.filter().toString()).containsExactlyInAnyOrderElementsOf(one.told());
            ledger.routes().remove(route.id(), ADMIN, NOW);
        }
    }

    private static RouteFilter filter(
            Severity least, Set<String> accounts, Set<String> ous, Set<String> frameworks, Set<Turn> turns) {
        return new RouteFilter(least, accounts, ous, frameworks, turns);
    }

    @Test
    void a_route_that_slept_begins_with_what_changes_after_it_woke() {
        String finding = rows.finding("rule", LedgerRows.DEV, "global", "unit");
        NotificationRoute route = route(RouteFilter.ALL, Optional.empty());
        ledger.routes().change(active(route, false), ADMIN, NOW);
        happens(finding, "opened");
        assertThat(tell(NOW)).isEmpty();
        ledger.routes().change(active(route, true), ADMIN, NOW);
        assertThat(tell(NOW)).isEmpty();
        happens(finding, "resolved");
        assertThat(tell(NOW)).containsExactly("RESOLVED unit");
        assertThat(ledger.routes().get(route.id())).contains(route);
    }

    private static NotificationRoute active(NotificationRoute route, boolean active) {
        return new NotificationRoute(
                route.id(), route.name(), route.channel(), route.filter(), route.digestHour(), active);
    }

    @Test
    void a_digest_waits_for_its_hour_and_is_caught_up_once() {
        String finding = rows.finding("rule", LedgerRows.DEV, "global", "unit");
        for (String at : List.of("2026-06-02T09:00:00Z", "2026-06-03T08:00:00Z", "2026-06-09T23:00:00Z")) {
            NotificationRoute route = route(RouteFilter.ALL, Optional.of(9));
            happens(finding, "opened");
            assertThat(tell(Instant.parse("2026-06-02T08:59:59Z"))).isEmpty();
            assertThat(tell(Instant.parse(at))).as(at).hasSize(1);
            assertThat(tell(Instant.parse(at))).isEmpty();
            ledger.routes().remove(route.id(), ADMIN, NOW);
        }
    }

    @Test
    void what_a_scan_finds_out_is_told() {
        Day.of(1).fail(Day.EACH, Day.ONE, Day.EAST, "old").track(ledger.tracking(), folder);
        route(RouteFilter.ALL, Optional.empty());
        Day.of(2)
                .pass(Day.EACH, Day.ONE, Day.EAST, "old")
                .fail(Day.PERSON, Day.ONE, Day.GLOBAL, "new")
                .track(ledger.tracking(), folder);
        assertThat(tell(NOW)).containsExactly("OPENED new", "RESOLVED old");
        Day.of(3)
                .fail(Day.EACH, Day.ONE, Day.EAST, "old")
                .fail(Day.PERSON, Day.ONE, Day.GLOBAL, "new")
                .track(ledger.tracking(), folder);
        assertThat(tell(NOW)).containsExactly("REOPENED old");
    }

    @Test
    void words_that_cannot_be_found_leave_everything_to_be_told_later() {
        String finding = rows.finding("rule", LedgerRows.DEV, "global", "unit");
        route(RouteFilter.ALL, Optional.empty());
        happens(finding, "opened");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ledger.telling(all -> all, (route, to, turns) -> {
                            throw new IllegalStateException("killed");
                        })
                        .tell(NOW))
                .hasMessage("killed");
        assertThat(tell(NOW)).containsExactly("OPENED unit");
    }
}
