package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.model.Status;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever scans come, whole or in part: nothing is resolved that was not read, everything is resolved that was read and is good, names stay,
 * and the numbers are those of the units.
 */
class TrackingPropertyTest {
    private static final List<String> ACCOUNTS = List.of(Day.ONE, Day.TWO);
    private static final List<String> REGIONS = List.of(Day.EAST, Day.WEST);
    private static final int THINGS = 8;

    /** What is true of a thing. */
    enum Fate {
        GOOD,
        BAD,
        GONE
    }

    /** How a cell was read. */
    enum Reading {
        READ,
        DENIED,
        TAKEN_OVER
    }

    /** @param everything whether the scan is of all accounts and regions; else of the first ones of each */
    record Step(List<Fate> fates, boolean allAccounts, boolean allRegions, List<Reading> readings) {}

    record Thing(String account, String region, String name) {
        static Thing of(int number) {
            return new Thing(ACCOUNTS.get(number % 2), REGIONS.get(number / 2 % 2), "t/" + number);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Fate.class).list().ofSize(THINGS),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, true, false),
                        Arbitraries.frequency(
                                        net.jqwik.api.Tuple.of(5, Reading.READ),
                                        net.jqwik.api.Tuple.of(1, Reading.DENIED),
                                        net.jqwik.api.Tuple.of(1, Reading.TAKEN_OVER))
                                .list()
                                .ofSize(4))
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(6);
    }

    @Property(tries = 20)
    void nothing_is_resolved_that_was_not_read(@ForAll("steps") List<Step> steps) throws IOException {
        Path home = Files.createTempDirectory("tracking");
        try (Ledger ledger = Ledger.at(home)) {
            Tracking tracking = new Tracking(ledger, Covering.NONE);
            Map<String, Boolean> expected = new TreeMap<>();
            for (int number = 0; number < steps.size(); number++) {
                Step step = steps.get(number);
                day(number, step).track(tracking, home);
                expect(step, expected);
                assertThat(open(ledger)).isEqualTo(expected);
                if (step.allRegions()) {
                    assertThat(numbers(ledger, step)).isEqualTo(units(step));
                }
            }
        } finally {
            SnapshotStore.deleteTree(home);
        }
    }

    private static Reading reading(Step step, Thing thing) {
        return step.readings().get(ACCOUNTS.indexOf(thing.account()) * 2 + REGIONS.indexOf(thing.region()));
    }

    private static boolean within(Step step, Thing thing) {
        return (step.allAccounts() || thing.account().equals(Day.ONE))
                && (step.allRegions() || thing.region().equals(Day.EAST));
    }

    private static Day day(int number, Step step) {
        List<String> regions = step.allRegions() ? REGIONS : List.of(Day.EAST);
        Day day = new Day(number).rules(Day.EACH);
        for (String account : step.allAccounts() ? ACCOUNTS : List.of(Day.ONE)) {
            day.account(account, regions.toArray(String[]::new));
            for (String region : regions) {
                switch (reading(step, new Thing(account, region, ""))) {
                    case READ -> {}
                    case DENIED ->
                        day.denied(account, region, "thing", Day.EACH)
                                .unit(
                                        Day.EACH,
                                        account,
                                        region,
                                        "region:" + account + ":" + region,
                                        "UNKNOWN",
                                        "denied",
                                        "{}");
                    case TAKEN_OVER -> day.cell(account, region, "thing", "read", "", "earlier");
                }
            }
        }
        if (!step.allRegions()) {
            day.scope("organization; regions us-east-1");
        }
        for (int i = 0; i < THINGS; i++) {
            Thing thing = Thing.of(i);
            if (within(step, thing) && reading(step, thing) != Reading.DENIED) {
                switch (step.fates().get(i)) {
                    case GOOD -> day.pass(Day.EACH, thing.account(), thing.region(), thing.name());
                    case BAD -> day.fail(Day.EACH, thing.account(), thing.region(), thing.name());
                    case GONE -> {}
                }
            }
        }
        return day;
    }

    /** By the finding's name, whether it is open. */
    private static void expect(Step step, Map<String, Boolean> expected) {
        for (int i = 0; i < THINGS; i++) {
            Thing thing = Thing.of(i);
            String id = Day.finding(Day.EACH, thing.name());
            Reading reading = reading(step, thing);
            if (!within(step, thing) || reading == Reading.DENIED) {
                continue;
            }
            switch (step.fates().get(i)) {
                case BAD -> expected.put(id, true);
                case GOOD -> expected.computeIfPresent(id, (key, open) -> false);
                // What was taken over says nothing of what has gone since.
                case GONE -> {
                    if (reading == Reading.READ) {
                        expected.computeIfPresent(id, (key, open) -> false);
                    }
                }
            }
        }
    }

    private static Map<String, Boolean> open(Ledger ledger) {
        return ledger.read(handle -> {
            Map<String, Boolean> open = new TreeMap<>();
            handle.createQuery("select id, state from finding")
                    .map((row, context) ->
                            Map.entry(row.getString(1), row.getString(2).equals("open")))
                    .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
            return open;
        });
    }

    /** Failed, passed and unknown units of each account that the step judged, out of the ledger. */
    private static Map<String, String> numbers(Ledger ledger, Step step) {
        Set<String> judged = Set.copyOf(step.allAccounts() ? ACCOUNTS : List.of(Day.ONE));
        return ledger.read(handle -> handle
                .createQuery("select account_id, failed || ' ' || passed || ' ' || unknown || ' ' || status"
                        + " from control_state where until is null")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .filter(entry -> judged.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The same, counted from what the step's verdicts say. */
    private static Map<String, String> units(Step step) {
        Map<String, String> numbers = new HashMap<>();
        for (String account : step.allAccounts() ? ACCOUNTS : List.of(Day.ONE)) {
            long failed = 0;
            long passed = 0;
            for (int i = 0; i < THINGS; i++) {
                Thing thing = Thing.of(i);
                if (thing.account().equals(account) && reading(step, thing) != Reading.DENIED) {
                    failed += step.fates().get(i) == Fate.BAD ? 1 : 0;
                    passed += step.fates().get(i) == Fate.GOOD ? 1 : 0;
                }
            }
            long unknown = REGIONS.stream()
                    .filter(region -> reading(step, new Thing(account, region, "")) == Reading.DENIED)
                    .count();
            numbers.put(
                    account,
                    failed + " " + passed + " " + unknown + " "
                            + Status.ofControl(failed, unknown, 0, failed + passed));
        }
        return numbers;
    }
}
