package io.plumbline.ledger;

import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which findings somebody wants to see. An empty set means everything of its kind.
 *
 * @param covered whether an exception covers them; empty for both
 * @param ous names, paths or ids of organizational units
 * @param since first seen at or after
 * @param resolvedSince resolved at or after
 * @param text what unit, asset, reason, rule, account, owner or ticket must hold
 */
public record FindingQuery(
        Set<FindingState> states,
        Optional<Boolean> covered,
        Set<String> rules,
        Set<String> accounts,
        Set<String> ous,
        Set<String> regions,
        Set<Severity> severities,
        Optional<Owned> owned,
        Optional<String> asset,
        Optional<Instant> since,
        Optional<Instant> resolvedSince,
        Optional<String> text) {

    /** Every finding there is. */
    public static final FindingQuery ALL = new FindingQuery(
            Set.of(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Those that hold. */
    public static final FindingQuery OPEN = ALL.of(Set.of(FindingState.OPEN));

    /** Those that are about an asset. */
    public static FindingQuery about(String arn) {
        return ALL.narrowed(Optional.of(arn), Optional.empty(), Optional.empty());
    }

    /** Those that hold and were first seen at a moment or later. */
    public static FindingQuery openedSince(Instant moment) {
        return OPEN.narrowed(Optional.empty(), Optional.of(moment), Optional.empty());
    }

    private FindingQuery of(Set<FindingState> only) {
        return new FindingQuery(
                only, covered, rules, accounts, ous, regions, severities, owned, asset, since, resolvedSince, text);
    }

    /** The same about one asset, first seen and resolved at a moment or later. */
    public FindingQuery narrowed(Optional<String> about, Optional<Instant> seen, Optional<Instant> resolved) {
        return new FindingQuery(
                states, covered, rules, accounts, ous, regions, severities, owned, about, seen, resolved, text);
    }

    /** Whose a finding is. */
    public sealed interface Owned {
        /** Nobody's. */
        record ByNobody() implements Owned {}

        /** A person's. */
        record By(String name) implements Owned {}
    }

    /** The conditions on a row of findings {@code f} with its account {@code a}. */
    Where where(LedgerAccounts known, Visible visible) {
        Where where = new Where()
                .visible("f.account_id", known.choose(visible, accounts, ous))
                .anyOf("f.state", states.stream().map(FindingState::word).collect(Collectors.toSet()))
                .anyOf("f.rule", rules)
                .anyOf("f.region", regions)
                .anyOf("f.severity", severities.stream().map(Severity::ordinal).collect(Collectors.toSet()))
                .and("f.asset = :it", asset)
                .and("f.first_seen >= :it", since.map(Instant::toEpochMilli))
                .and("f.resolved_at >= :it", resolvedSince.map(Instant::toEpochMilli))
                .contains(
                        text,
                        "f.unit",
                        "f.asset",
                        "f.reason",
                        "f.rule",
                        "f.account_id",
                        "a.name",
                        "f.owner",
                        "f.ticket");
        covered.ifPresent(yes -> where.and("(f.exception is not null) = :it", yes));
        owned.ifPresent(owned -> {
            switch (owned) {
                case Owned.ByNobody nobody -> where.and("(f.owner is null) = :it", true);
                case Owned.By(String name) -> where.and("f.owner = :it", name);
            }
        });
        return where;
    }
}
