package io.plumbline.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in words how what came out differs from what a case expects. */
final class CaseDifferences {
    private CaseDifferences() {}

    static List<String> between(List<RuleCase.Expected> expected, List<UnitResult> found) {
        Map<String, UnitResult> left = new LinkedHashMap<>();
        found.forEach(unit -> left.put(unit.accountId() + " " + unit.unit(), unit));
        List<String> problems = new ArrayList<>();
        for (RuleCase.Expected one : expected) {
            UnitResult unit = left.remove(one.account() + " " + one.unit());
            if (unit == null) {
                problems.add("the unit " + one.unit() + " of account " + one.account() + " did not come out");
            } else {
                compare(one, unit, problems);
            }
        }
        left.values()
                .forEach(unit -> problems.add("a unit came out that is not expected: " + unit.unit() + " of account "
                        + unit.accountId() + ", " + unit.status() + ": " + unit.reason()));
        return problems;
    }

    private static void compare(RuleCase.Expected expected, UnitResult unit, List<String> problems) {
        String where = unit.unit() + ": ";
        if (expected.status() != unit.status()) {
            problems.add(where + expected.status() + " is expected, " + unit.status() + " came out: " + unit.reason());
        }
        expected.reason()
                .filter(text -> !unit.reason().contains(text))
                .ifPresent(text -> problems.add(
                        where + "the reason should contain '" + text + "', it is '" + unit.reason() + "'"));
        expected.warnings().ifPresent(texts -> {
            boolean all = texts.stream()
                    .allMatch(text -> unit.warnings().stream().anyMatch(warning -> warning.contains(text)));
            if (!all || texts.isEmpty() != unit.warnings().isEmpty()) {
                problems.add(where + "the warnings should contain " + texts + ", they are " + unit.warnings());
            }
        });
        expected.asset()
                .filter(asset -> !asset.equals(unit.asset()))
                .ifPresent(asset -> problems.add(where + "the asset should be " + asset.orElse("none") + ", it is "
                        + unit.asset().orElse("none")));
        expected.region()
                .filter(region -> !region.equals(unit.region()))
                .ifPresent(
                        region -> problems.add(where + "the region should be " + region + ", it is " + unit.region()));
        Optional<String> exception = unit.exception().map(Waiver::id);
        if (!expected.exception().equals(exception)) {
            problems.add(where + "the exception should be "
                    + expected.exception().orElse("none") + ", it is " + exception.orElse("none"));
        }
        expected.inheritedFrom()
                .filter(from -> !Optional.of(from).equals(unit.inheritedFrom()))
                .ifPresent(from -> problems.add(where + "it should be inherited from " + from + ", it is from "
                        + unit.inheritedFrom().orElse("none")));
        expected.evidence().stream()
                .filter(text -> !unit.evidence().contains(text))
                .forEach(text ->
                        problems.add(where + "the evidence should contain '" + text + "', it is " + unit.evidence()));
    }
}
