package io.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What of a framework somebody wants to see.
 *
 * @param framework the framework's id
 * @param accounts ids; empty for all
 * @param ous names, paths or ids of organizational units; empty for all
 * @param at as it stood then; empty for now
 * @param visible the accounts that the answer may be about
 */
public record ComplianceQuery(
        String framework, Set<String> accounts, Set<String> ous, Optional<Instant> at, Visible visible) {

    /** All that may be seen of a framework, now. */
    public static ComplianceQuery of(String framework, Visible visible) {
        return new ComplianceQuery(framework, Set.of(), Set.of(), Optional.empty(), visible);
    }
}
