package io.plumbline.ledger;

import io.plumbline.assess.VerdictHead;
import io.plumbline.snapshot.Manifest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a scan looked, against what earlier ones saw: a scan that was told to look at some regions says nothing of the others.
 *
 * @param everyRegion whether it looked at whatever region there is
 * @param lost by account the regions that an earlier scan read and this one was told to leave out
 * @param filtered whether only units of some regions or with some tags were judged
 */
record Reach(boolean everyRegion, Map<String, Set<String>> lost, boolean filtered) {
    /** How a scan's scope ends in words if it was not told which regions to read. */
    private static final String EVERYWHERE = "; all enabled regions";

    static Reach of(
            Manifest manifest, VerdictHead head, List<Manifest.Account> accounts, Map<String, List<String>> known) {
        boolean everyRegion = manifest.scope().endsWith(EVERYWHERE);
        Map<String, Set<String>> lost = new HashMap<>();
        if (!everyRegion) {
            for (Manifest.Account account : accounts) {
                Set<String> left = new TreeSet<>(known.getOrDefault(account.id(), List.of()));
                account.regions().forEach(left::remove);
                if (account.entered() && !left.isEmpty()) {
                    lost.put(account.id(), left);
                }
            }
        }
        return new Reach(
                everyRegion,
                lost,
                !head.regionsAsked().isEmpty() || !head.tags().isEmpty());
    }

    /** Whether the numbers of this account are of all of it. */
    boolean whole(String account) {
        return !filtered && !lost.containsKey(account);
    }

    /** The regions that the account is known to have, now that it was read. */
    List<String> regions(Manifest.Account account, List<String> known) {
        if (!account.entered()) {
            return known;
        }
        Set<String> all = new HashSet<>(lost.getOrDefault(account.id(), Set.of()));
        all.addAll(account.regions());
        return all.stream().sorted().toList();
    }
}
