package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What units do not say of their control themselves. Formats that know findings, not controls, write a unit once however many controls
 * its rule serves: where the first of them comes up, naming all.
 */
final class Controls {
    private record Key(String framework, String control) {}

    private final Map<Key, ControlResult> byControl = new LinkedHashMap<>();
    private final Map<String, List<ControlResult>> byRule = new LinkedHashMap<>();
    private final Set<Key> firsts = new HashSet<>();
    private final Map<String, String> accountNames = new HashMap<>();

    Controls(ReportInput input) {
        for (ControlResult control : input.assessment().controls()) {
            Key key = new Key(control.framework(), control.control());
            if (byControl.putIfAbsent(key, control) == null) {
                List<ControlResult> ofRule = byRule.computeIfAbsent(control.rule(), rule -> new ArrayList<>());
                ofRule.add(control);
                if (ofRule.size() == 1) {
                    firsts.add(key);
                }
            }
        }
        input.assessment().accounts().forEach(account -> accountNames.put(account.id(), account.name()));
    }

    /** One row of the unit's control, of whichever account. */
    ControlResult of(UnitResult unit) {
        ControlResult control = byControl.get(new Key(unit.framework(), unit.control()));
        if (control == null) {
            throw new IllegalStateException("There are units of control " + unit.control() + " of '" + unit.framework()
                    + "', but no such control.");
        }
        return control;
    }

    /** Whether this is the first of the unit's appearances. */
    boolean first(UnitResult unit) {
        return firsts.contains(new Key(unit.framework(), unit.control()));
    }

    /** Every control that the rule checks, in benchmark order; one row each. */
    List<ControlResult> ofRule(String rule) {
        return byRule.getOrDefault(rule, List.of());
    }

    /** Every rule that was run, in benchmark order. */
    List<String> rules() {
        return List.copyOf(byRule.keySet());
    }

    /** The account's name; its id where it has none. */
    String accountName(String id) {
        String name = accountNames.getOrDefault(id, "");
        return name.isBlank() ? id : name;
    }
}
