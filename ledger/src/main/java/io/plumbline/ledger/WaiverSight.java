package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/** Which exceptions somebody may see, and which they may decide on. */
final class WaiverSight {
    private final Handle handle;
    private final Visible visible;
    private final LedgerAccounts known;

    WaiverSight(Handle handle, Visible visible) {
        this.handle = handle;
        this.visible = visible;
        this.known = LedgerAccounts.of(handle);
    }

    /** Whether it can touch an account that they see: then they may see it. */
    boolean touches(List<String> rules, Waiver.Scope scope) {
        return visible.accounts()
                .map(accounts -> touches(accounts, rules, scope))
                .orElse(true);
    }

    private boolean touches(Set<String> accounts, List<String> rules, Waiver.Scope scope) {
        CoveredScope covered = new CoveredScope(scope);
        Set<String> candidates = new HashSet<>();
        accounts.stream()
                .filter(account -> covered.inAccount(account, known.units(account)))
                .forEach(candidates::add);
        if (candidates.isEmpty() || scope.arns().isEmpty()) {
            return !candidates.isEmpty();
        }
        boolean unnamed = false;
        for (String arn : scope.arns()) {
            Optional<Glob> account = UnitAccount.of(arn).map(Glob::of);
            if (account.isPresent() && candidates.stream().anyMatch(account.get()::matches)) {
                return true;
            }
            unnamed |= account.isEmpty();
        }
        return unnamed && coversAny(candidates, rules, covered);
    }

    /** For what does not name its account: whether anything that ever failed in these accounts is meant by it. */
    private boolean coversAny(Set<String> accounts, List<String> rules, CoveredScope covered) {
        AtomicBoolean any = new AtomicBoolean();
        new OpenFindings(handle)
                .each(
                        new Where().in("rule", rules).in("account_id", accounts),
                        true,
                        finding -> any.compareAndSet(false, covered.covers(finding.target())));
        return any.get();
    }

    /** Whether it can touch nothing but accounts that they see: then they may ask for it, decide on it and end it. */
    boolean within(Waiver.Scope scope) {
        if (visible.accounts().isEmpty()) {
            return true;
        }
        if (!scope.accounts().isEmpty() && scope.accounts().stream().allMatch(visible::holds)) {
            return true;
        }
        if (!scope.ous().isEmpty()) {
            Set<String> accounts = known.in(scope.ous());
            if (!accounts.isEmpty() && accounts.stream().allMatch(visible::holds)) {
                return true;
            }
        }
        return !scope.arns().isEmpty()
                && scope.arns().stream()
                        .allMatch(arn -> UnitAccount.of(arn).map(visible::holds).orElse(false));
    }
}
