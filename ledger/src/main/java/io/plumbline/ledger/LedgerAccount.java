package io.plumbline.ledger;

import io.plumbline.assess.AccountPlace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An account as the newest assessment of it knew it.
 *
 * @param status as AWS Organizations says
 * @param entered whether it could be looked into
 * @param ous names of its organizational units, from the root down
 * @param ouIds their ids, the root's first
 * @param regions those that are known of it
 * @param assessment id of the last one that had it in scope
 */
public record LedgerAccount(
        String id,
        String name,
        String status,
        boolean entered,
        List<String> ous,
        List<String> ouIds,
        List<String> regions,
        String assessment) {

    /** Names and ids of the units that it is in, from the root down, so that a unit stands for those below it too. */
    Set<String> units() {
        return Stream.concat(ous.stream(), ouIds.stream()).collect(Collectors.toSet());
    }

    /** Whether it is in one of these units or in a unit below one: by name, by path such as Root/Workloads, or by id. */
    public boolean within(Set<String> units) {
        return Stream.concat(units().stream(), paths()).anyMatch(units::contains);
    }

    /** Where it stands, for what is set by place. */
    public AccountPlace place() {
        return AccountPlace.of(id, ous, ouIds);
    }

    private Stream<String> paths() {
        return IntStream.rangeClosed(1, ous.size())
                .mapToObj(depth -> ous.stream().limit(depth).collect(Collectors.joining("/")));
    }
}
