package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scope of an exception, ready to be held against many findings. It says what {@code assess} says when it merges exceptions into
 * verdicts; a test holds the two against each other.
 */
final class CoveredScope {
    /**
     * What is asked of a failed unit.
     *
     * @param ous names and ids of the units that its account is in
     * @param asset the AWS thing behind it
     * @param tags the asset's
     */
    record Target(
            String accountId,
            Set<String> ous,
            String region,
            String unit,
            Optional<String> asset,
            Map<String, String> tags) {}

    private final Set<String> accounts;
    private final Set<String> ous;
    private final Set<String> regions;
    private final List<Glob> arns;
    private final Map<String, List<String>> tags;

    CoveredScope(Waiver.Scope scope) {
        this.accounts = Set.copyOf(scope.accounts());
        this.ous = Set.copyOf(scope.ous());
        this.regions = Set.copyOf(scope.regions());
        this.arns = scope.arns().stream().map(Glob::of).toList();
        this.tags = scope.tags();
    }

    boolean covers(Target target) {
        return inPlace(target) && coversHere(target);
    }

    /** Whether accounts, organizational units and regions let it. */
    boolean inPlace(Target target) {
        return inAccount(target.accountId(), target.ous()) && (regions.isEmpty() || regions.contains(target.region()));
    }

    /** Whether it covers something that is in its place. */
    boolean coversHere(Target target) {
        return (arns.isEmpty() || named(target)) && (tags.isEmpty() || tagged(target));
    }

    /** Whether accounts and organizational units let it touch an account at all. */
    boolean inAccount(String account, Set<String> words) {
        return (accounts.isEmpty() || accounts.contains(account))
                && (ous.isEmpty() || ous.stream().anyMatch(words::contains));
    }

    private boolean named(Target target) {
        for (Glob arn : arns) {
            if (arn.matches(target.unit())) {
                return true;
            }
            // The unit of most rules is the asset itself.
            String asset = target.asset().orElse(target.unit());
            if (!asset.equals(target.unit()) && arn.matches(asset)) {
                return true;
            }
        }
        return false;
    }

    private boolean tagged(Target target) {
        for (Map.Entry<String, List<String>> tag : tags.entrySet()) {
            String value = target.tags().get(tag.getKey());
            if (value == null || !tag.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }
}
