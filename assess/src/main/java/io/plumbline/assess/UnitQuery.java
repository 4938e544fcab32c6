package io.plumbline.assess;

import io.plumbline.model.Status;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which units somebody wants to see. An empty set means everything of its kind.
 *
 * @param rule the rule's id
 * @param accounts ids; what is not empty and holds none leaves nothing
 * @param regions regions, or {@code global}
 * @param text what unit, asset or reason must hold, in whatever case
 */
public record UnitQuery(
        String rule, Optional<Set<String>> accounts, Set<String> regions, Set<Status> statuses, Optional<String> text) {

    /** All units of a rule. */
    public static UnitQuery of(String rule) {
        return new UnitQuery(rule, Optional.empty(), Set.of(), Set.of(), Optional.empty());
    }

    /** The condition on a row of the units. */
    String condition() {
        StringBuilder condition = new StringBuilder("rule = " + SqlValues.text(rule));
        accounts.ifPresent(ids -> condition.append(" and ").append(among("account_id", ids)));
        if (!regions.isEmpty()) {
            condition.append(" and ").append(among("region", regions));
        }
        if (!statuses.isEmpty()) {
            condition
                    .append(" and ")
                    .append(among("status", statuses.stream().map(Status::name).collect(Collectors.toSet())));
        }
        text.filter(wanted -> !wanted.isBlank())
                .map(wanted -> SqlValues.text(wanted.strip().toLowerCase(Locale.ROOT)))
                .ifPresent(wanted -> condition
                        .append(" and (contains(lower(unit), ")
                        .append(wanted)
                        .append(") or contains(lower(asset), ")
                        .append(wanted)
                        .append(") or contains(lower(reason), ")
                        .append(wanted)
                        .append("))"));
        return condition.toString();
    }

    /** A list of literals, so that what is sorted can be passed over by its least and greatest value. */
    private static String among(String column, Set<String> values) {
        return values.isEmpty()
                ? "false"
                : column + " in "
                        + values.stream().sorted().map(SqlValues::text).collect(Collectors.joining(", ", "(", ")"));
    }
}
