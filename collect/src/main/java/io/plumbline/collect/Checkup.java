package io.plumbline.collect;

import java.util.List;
import java.util.Map;

/**
 * What stands in the way of a scan, found with few calls: every account is entered, every list operation is tried once in the home
 * region, and one in every other region.
 *
 * @param cells how many list operations a scan would take
 */
public record Checkup(String caller, String partition, List<AccountCheck> accounts, long cells) {

    /**
     * One account.
     *
     * @param trouble why it does not open; empty if it does
     * @param refused what was refused ("kms:ListKeys AccessDeniedException, …"), and the regions where
     */
    public record AccountCheck(
            String id, String name, boolean entered, String trouble, int regions, Map<String, List<String>> refused) {}

    /** Whether nothing stands in the way. */
    public boolean healthy() {
        return accounts.stream()
                .allMatch(account -> account.entered() && account.refused().isEmpty());
    }
}
