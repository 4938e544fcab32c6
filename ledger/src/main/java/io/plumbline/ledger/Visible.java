package io.plumbline.ledger;

import java.util.Optional;
import java.util.Set;

/**
 * The accounts that an answer may be about. Every question to the ledger that has to do with accounts takes one, so that none can forget.
 *
 * @param accounts ids; empty for all there are, now and later
 */
public record Visible(Optional<Set<String>> accounts) {
    /** Everything, for who may see all and for the program itself. */
    public static final Visible ALL = new Visible(Optional.empty());

    /** These accounts only. */
    public static Visible only(Set<String> accounts) {
        return new Visible(Optional.of(Set.copyOf(accounts)));
    }

    /** Whether it holds an account. */
    public boolean holds(String account) {
        return accounts.map(all -> all.contains(account)).orElse(true);
    }

    /** What is in both. */
    public Visible and(Set<String> others) {
        return only(accounts.map(all -> {
                    Set<String> both = new java.util.HashSet<>(all);
                    both.retainAll(others);
                    return both;
                })
                .orElse(new java.util.HashSet<>(others)));
    }
}
