package io.plumbline.ledger;

import io.plumbline.model.Severity;
import java.util.Set;

/**
 * Which findings a route tells of. An empty set means everything of its kind.
 *
 * @param least the mildest severity
 * @param ous names, paths or ids of organizational units
 * @param frameworks ids; a finding is of one whose rule is in it
 * @param turns what must have become of a finding
 */
public record RouteFilter(
        Severity least, Set<String> accounts, Set<String> ous, Set<String> frameworks, Set<Turn> turns) {
    /** Everything. */
    public static final RouteFilter ALL =
            new RouteFilter(Severity.INFORMATIONAL, Set.of(), Set.of(), Set.of(), Set.of());

    public RouteFilter {
        accounts = Set.copyOf(accounts);
        ous = Set.copyOf(ous);
        frameworks = Set.copyOf(frameworks);
        turns = Set.copyOf(turns);
    }

    boolean takes(Turn turn) {
        return turns.isEmpty() || turns.contains(turn);
    }
}
