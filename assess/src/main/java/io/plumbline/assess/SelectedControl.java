package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A control that is to be judged, in benchmark order.
 *
 * @param framework id of its framework; empty for a rule that was asked for by name and is in none of those asked for
 */
public record SelectedControl(String framework, Framework.Control control, Rule rule) {

    static List<SelectedControl> of(Catalog catalog, Selection selection) {
        selection.rules().forEach(catalog::rule);
        selection.excludedRules().forEach(catalog::rule);
        services(catalog, selection.services());
        List<SelectedControl> all = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String framework : selection.frameworks().stream().distinct().toList()) {
            for (Framework.Control control : catalog.framework(framework).controls()) {
                all.add(new SelectedControl(framework, control, catalog.rule(control.rule())));
                seen.add(control.rule());
            }
        }
        boolean everything =
                selection.frameworks().isEmpty() && selection.rules().isEmpty();
        for (Rule rule : catalog.rules()) {
            if ((everything || selection.rules().contains(rule.id())) && !seen.contains(rule.id())) {
                all.add(new SelectedControl("", new Framework.Control(rule.id(), rule.id(), "", 1, false), rule));
            }
        }
        return all.stream().filter(one -> one.matches(selection)).toList();
    }

    private boolean matches(Selection selection) {
        return (selection.rules().isEmpty() || selection.rules().contains(rule.id()))
                && !selection.excludedRules().contains(rule.id())
                && selection
                        .severity()
                        .map(least -> rule.severity().compareTo(least) >= 0)
                        .orElse(true)
                && (selection.services().isEmpty() || selection.services().contains(rule.service()));
    }

    private static void services(Catalog catalog, Set<String> wanted) {
        Set<String> known = catalog.rules().stream().map(Rule::service).collect(Collectors.toSet());
        Optional<String> unknown = wanted.stream()
                .filter(service -> !known.contains(service))
                .sorted()
                .findFirst();
        unknown.ifPresent(service -> {
            throw new BadInput("No rule is about the service '" + service + "'. " + Nearest.hint(service, known));
        });
    }
}
