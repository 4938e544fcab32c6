package io.plumbline.server;

import io.plumbline.assess.AccountPlace;
import io.plumbline.assess.Framework;
import io.plumbline.assess.Parameter;
import io.plumbline.assess.Rule;
import io.plumbline.assess.RuleSettings;
import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.SettingPlace;
import io.plumbline.ledger.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parameters that an assessment was made with: an auditor who runs a rule's SQL again needs them. */
final class EvidenceParameters {
    /** A value that was set when the assessment was made. */
    private record Used(ParameterJson.PlaceJson place, Object value) {}

    /** @param set absent where an older Plumbline judged, which did not keep what was set */
    private record Line(
            String rule,
            String parameter,
            String meaning,

            @com.fasterxml.jackson.annotation.JsonProperty("default")
            Object standard,

            Optional<List<Used>> set) {}

    private final Verdicts verdicts;
    private final Visible visible;
    private final Set<String> units;

    EvidenceParameters(Verdicts verdicts, Visible visible) {
        this.verdicts = verdicts;
        this.visible = visible;
        this.units = verdicts.accounts().stream()
                .filter(account -> visible.holds(account.id()))
                .flatMap(account -> AccountPlace.of(account.id(), account.ous(), account.ouIds()).units().stream())
                .collect(Collectors.toSet());
    }

    void write(EvidenceZip zip, Center center, Framework framework) {
        zip.lines(
                "parameters.jsonl",
                lines -> framework.controls().stream()
                        .map(Framework.Control::rule)
                        .distinct()
                        .map(center.catalog()::rule)
                        .forEach(rule ->
                                rule.parameters().values().forEach(parameter -> lines.accept(line(rule, parameter)))));
    }

    private Line line(Rule rule, Parameter parameter) {
        return new Line(
                rule.id(),
                parameter.name(),
                parameter.meaning(),
                parameter.standard(),
                verdicts.head().settings().map(settings -> used(settings, rule, parameter)));
    }

    private List<Used> used(RuleSettings settings, Rule rule, Parameter parameter) {
        List<Used> used = new ArrayList<>();
        add(used, new SettingPlace.Organization(), settings.general(), rule, parameter);
        new TreeMap<>(settings.ous()).forEach((unit, rules) -> {
            if (visible.accounts().isEmpty() || units.contains(unit)) {
                add(used, new SettingPlace.Unit(unit), rules, rule, parameter);
            }
        });
        new TreeMap<>(settings.accounts()).forEach((account, rules) -> {
            if (visible.holds(account)) {
                add(used, new SettingPlace.Account(account), rules, rule, parameter);
            }
        });
        return used;
    }

    private static void add(
            List<Used> used,
            SettingPlace place,
            Map<String, Map<String, Object>> rules,
            Rule rule,
            Parameter parameter) {
        Optional.ofNullable(rules.getOrDefault(rule.id(), Map.of()).get(parameter.name()))
                .ifPresent(value -> used.add(new Used(ParameterJson.PlaceJson.of(place), value)));
    }
}
