package io.plumbline.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is different between two assessments of one scope by the same rules.
 *
 * @param controls those with a change, in the later assessment's order
 * @param accounts those that only one of the two could look into, ordered by id
 * @param units sums over everything that could be compared; each rule counts once, in however many frameworks it is
 * @param notCompared ids of rules for which one of the scans had not asked, sorted
 */
public record Changes(
        List<ControlChange> controls, List<AccountChange> accounts, UnitChanges units, List<String> notCompared) {

    /** A control of a framework in an account. */
    private record Place(String framework, String control, String rule, String accountId) {
        static Place of(ControlResult result) {
            return new Place(result.framework(), result.control(), result.rule(), result.accountId());
        }
    }

    /** Compares. Neither database may be used for another assessment before this ends. */
    public static Changes between(Assessment before, Assessment after) {
        Set<String> notCompared = Stream.of(before, after)
                .flatMap(one -> one.gaps().stream())
                .filter(gap ->
                        gap.code().equals(Gaps.NOT_REQUESTED) && gap.action().isEmpty())
                .flatMap(gap -> gap.rules().stream())
                .collect(Collectors.toSet());
        Map<String, AssessedAccount> accountsBefore = active(before);
        Map<String, AssessedAccount> accountsAfter = active(after);
        Set<String> compared = new HashSet<>();
        accountsAfter.forEach((id, account) -> {
            if (accountsBefore.containsKey(id) && accountsBefore.get(id).entered()) {
                compared.add(id);
            }
        });
        Map<UnitComparison.RuleInAccount, UnitChanges> units = UnitComparison.of(before, after, compared, notCompared);
        return new Changes(
                controls(before, after, accountsAfter, compared, notCompared, units),
                accounts(accountsBefore, accountsAfter, after),
                units.values().stream().reduce(UnitChanges.NONE, UnitChanges::plus),
                notCompared.stream().sorted().toList());
    }

    private static Map<String, AssessedAccount> active(Assessment assessment) {
        Map<String, AssessedAccount> accounts = new LinkedHashMap<>();
        assessment.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE"))
                .forEach(account -> accounts.put(account.id(), account));
        return accounts;
    }

    /** An account that is closed now is one line and not one for each control. */
    private static List<ControlChange> controls(
            Assessment before,
            Assessment after,
            Map<String, AssessedAccount> accounts,
            Set<String> compared,
            Set<String> notCompared,
            Map<UnitComparison.RuleInAccount, UnitChanges> units) {
        Map<Place, ControlResult> earlier = new HashMap<>();
        before.controls().forEach(result -> earlier.put(Place.of(result), result));
        List<ControlChange> changes = new ArrayList<>();
        for (ControlResult now : after.controls()) {
            ControlResult was = earlier.get(Place.of(now));
            AssessedAccount account = accounts.get(now.accountId());
            if (was != null
                    && account != null
                    && account.entered()
                    && compared.contains(now.accountId())
                    && !notCompared.contains(now.rule())) {
                UnitChanges ofUnits = units.getOrDefault(
                        new UnitComparison.RuleInAccount(now.rule(), now.accountId()), UnitChanges.NONE);
                ControlChange change = new ControlChange(was, now, ofUnits);
                if (change.verdictChanged() || !ofUnits.equals(UnitChanges.NONE)) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private static List<AccountChange> accounts(
            Map<String, AssessedAccount> before, Map<String, AssessedAccount> after, Assessment now) {
        Map<String, Long> failed = now.controls().stream()
                .filter(control -> control.failed() > 0)
                .collect(Collectors.groupingBy(ControlResult::accountId, Collectors.counting()));
        List<AccountChange> changes = new ArrayList<>();
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .forEach(id -> {
                    AssessedAccount was = before.get(id);
                    AssessedAccount is = after.get(id);
                    if (is == null && was != null) {
                        changes.add(new AccountChange(AccountChange.Kind.GONE, was, 0));
                    } else if (is != null && was == null) {
                        changes.add(new AccountChange(AccountChange.Kind.NEW, is, failed.getOrDefault(id, 0L)));
                    } else if (is != null && was != null && is.entered() != was.entered()) {
                        changes.add(
                                is.entered()
                                        ? new AccountChange(AccountChange.Kind.OPENED, is, failed.getOrDefault(id, 0L))
                                        : new AccountChange(AccountChange.Kind.CLOSED, is, 0));
                    }
                });
        return changes;
    }
}
