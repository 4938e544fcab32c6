package io.plumbline.assess;

import io.plumbline.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of the catalog and of the estate is wanted. An empty set means everything of its kind.
 *
 * @param frameworks ids of frameworks
 * @param rules ids of rules; one that is in none of the frameworks is added as a control of its own
 * @param excludedRules ids of rules left out
 * @param severity rules at least this severe
 * @param services folders of the catalog, such as {@code iam}
 * @param accounts account ids
 * @param regions regions; what is {@code global} is always in
 * @param tags tags that an asset must carry, all of them, by key; only units that are about such an asset are judged
 */
public record Selection(
        List<String> frameworks,
        Set<String> rules,
        Set<String> excludedRules,
        Optional<Severity> severity,
        Set<String> services,
        Set<String> accounts,
        Set<String> regions,
        Map<String, String> tags) {

    /** Whole frameworks. */
    public static Selection of(String... frameworks) {
        return new Selection(
                List.of(frameworks), Set.of(), Set.of(), Optional.empty(), Set.of(), Set.of(), Set.of(), Map.of());
    }
}
