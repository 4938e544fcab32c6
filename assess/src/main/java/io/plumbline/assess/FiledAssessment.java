package io.plumbline.assess;

import io.plumbline.model.Partition;
import io.plumbline.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Verdicts out of files in the form in which they came from the assessor. Counts are at hand, units are streamed. */
record FiledAssessment(
        Verdicts verdicts,
        List<String> frameworks,
        List<SelectedControl> selected,
        List<Waiver> waivers,
        Optional<Set<String>> wanted,
        List<AssessedAccount> accounts,
        List<ControlResult> controls,
        List<Gap> gaps)
        implements Assessment {

    static FiledAssessment of(
            Verdicts verdicts,
            Catalog catalog,
            List<String> frameworks,
            List<Waiver> waivers,
            Optional<Set<String>> wanted) {
        List<SelectedControl> selected = catalog.select(Selection.of(frameworks.toArray(String[]::new))).stream()
                .filter(control -> verdicts.head().rule(control.rule().id()).isPresent())
                .toList();
        List<AssessedAccount> accounts = verdicts.accounts().stream()
                .filter(account -> holds(wanted, account.id()))
                .map(AssessedAccount::of)
                .toList();
        return new FiledAssessment(
                verdicts,
                frameworks,
                selected,
                named(verdicts, waivers),
                wanted,
                accounts,
                controls(verdicts, selected, accounts),
                verdicts.gaps().stream()
                        .filter(gap -> holds(wanted, gap.accountId()))
                        .toList());
    }

    /** With those that units name and nobody knows any more, known by their id alone. */
    private static List<Waiver> named(Verdicts verdicts, List<Waiver> known) {
        List<Waiver> all = new ArrayList<>(known);
        Set<String> ids = known.stream().map(Waiver::id).collect(Collectors.toSet());
        Waiver.Scope nothing = new Waiver.Scope(List.of(), List.of(), List.of(), List.of(), Map.of());
        verdicts
                .ask(
                        "select distinct exception from verdict_unit where exception is not null order by 1",
                        row -> row.getString(1))
                .stream()
                .filter(id -> !ids.contains(id))
                .map(id -> new Waiver(
                        id, List.of(), nothing, "", "", "", verdicts.head().now()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static boolean holds(Optional<Set<String>> wanted, String account) {
        return wanted.map(ids -> ids.contains(account)).orElse(true);
    }

    private static List<ControlResult> controls(
            Verdicts verdicts, List<SelectedControl> selected, List<AssessedAccount> accounts) {
        Map<String, Map<String, UnitCounts>> counts = new HashMap<>();
        verdicts.each(
                "select rule, account_id, " + String.join(", ", UnitCounts.NAMES) + " from verdict_control", row -> {
                    counts.computeIfAbsent(row.getString(1), rule -> new HashMap<>())
                            .put(row.getString(2), UnitCounts.read(row, 3));
                    return true;
                });
        return new ControlCounting(counts, false, verdicts.head().now()).of(selected, accounts);
    }

    @Override
    public String snapshot() {
        return verdicts.head().snapshot();
    }

    @Override
    public Instant now() {
        return verdicts.head().now();
    }

    @Override
    public String partition() {
        return verdicts.head().partition();
    }

    @Override
    public List<String> messages() {
        return verdicts.head().messages();
    }

    @Override
    public void units(Consumer<UnitResult> consumer) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < waivers.size(); i++) {
            places.putIfAbsent(waivers.get(i).id(), i);
        }
        String exception = places.isEmpty()
                ? "null::integer"
                : places.entrySet().stream()
                        .map(place -> " when " + SqlValues.text(place.getKey()) + " then " + place.getValue())
                        .collect(Collectors.joining("", "case exception", " end::integer"));
        for (SelectedControl control : selected) {
            UnitReader reader = new UnitReader(control, new Partition(partition()), waivers);
            String condition = new UnitQuery(control.rule().id(), wanted, Set.of(), Set.<Status>of(), Optional.empty())
                    .condition();
            verdicts.each(
                    "select " + UnitReader.ROW + " from (select * replace (" + exception
                            + " as exception) from verdict_unit where " + condition
                            + ") order by account_id, region, unit",
                    row -> {
                        consumer.accept(reader.read(row.getString(1)));
                        return true;
                    });
        }
    }
}
