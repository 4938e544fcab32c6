package io.plumbline.assess;

import java.util.Map;
import java.util.Set;

/**
 * What a rule reads, as its SQL says.
 *
 * @param required tables without which its verdicts in an account are not certain
 * @param details for every table that it reads, optional ones too, the detail columns that its SQL names
 * @param needed the same, only those columns without which a unit's verdict is not certain
 */
record RuleReads(Set<String> required, Map<String, Set<String>> details, Map<String, Set<String>> needed) {
    RuleReads {
        required = Set.copyOf(required);
        details = Map.copyOf(details);
        needed = Map.copyOf(needed);
    }

    Set<String> tables() {
        return details.keySet();
    }
}
