package io.plumbline.snapshot;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody, usually a rule, wants to have of a table.
 *
 * @param table the table
 * @param details the detail columns wanted; those not named are not asked for
 * @param focus a SELECT of {@code key, account_id, region} over other tables that names the rows needed (by ARN, id or name; for a
 *     table of children: the parents' ARNs); null in account or region means any. Empty: every row
 * @param detailFocus the same for single detail columns
 */
public record Need(String table, Set<String> details, Optional<String> focus, Map<String, String> detailFocus) {
    public Need {
        details = Set.copyOf(details);
        detailFocus = Map.copyOf(detailFocus);
    }

    /** A whole table without details. */
    public static Need of(String table) {
        return new Need(table, Set.of(), Optional.empty(), Map.of());
    }
}
