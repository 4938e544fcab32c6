package io.plumbline.assess;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An exception: a failed unit that its owner knows of and that somebody approved. It never changes a status and never covers UNKNOWN;
 * it takes the unit out of Failed and is shown with it (DESIGN, section 4).
 *
 * @param id what people call it; where the file gives none, its place in the file
 * @param rules ids of the rules it is for
 * @param expires the first moment at which it no longer holds
 */
public record Waiver(
        String id, List<String> rules, Scope scope, String reason, String owner, String approver, Instant expires) {

    /**
     * What it covers: a unit must match every kind that is given, and any member of that kind.
     *
     * @param accounts account ids
     * @param ous names or ids of organizational units, the account's own or one above
     * @param regions regions, or {@code global}
     * @param arns units or assets, where {@code *} stands for any text
     * @param tags values that the asset's tags must have
     */
    public record Scope(
            List<String> accounts,
            List<String> ous,
            List<String> regions,
            List<String> arns,
            Map<String, List<String>> tags) {
        boolean isEmpty() {
            return accounts.isEmpty() && ous.isEmpty() && regions.isEmpty() && arns.isEmpty() && tags.isEmpty();
        }
    }
}
