package io.plumbline.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a server's accounts a scan reads. An empty list means: as the server was started. Two that say the same in another order are one.
 *
 * @param accounts ids
 * @param ous organizational units, by name or id
 * @param types resource types to read whole, besides what the rules read
 * @param all whether every resource type is read whole
 * @param frameworks those whose rules say what is read
 */
public record ScanScope(
        List<String> accounts,
        List<String> ous,
        List<String> regions,
        List<String> types,
        boolean all,
        List<String> frameworks) {
    /** As the server was started. */
    public static final ScanScope STANDARD =
            new ScanScope(List.of(), List.of(), List.of(), List.of(), false, List.of());

    public ScanScope {
        accounts = sorted(accounts);
        ous = sorted(ous);
        regions = sorted(regions);
        types = sorted(types);
        frameworks = sorted(frameworks);
    }

    private static List<String> sorted(List<String> texts) {
        return List.copyOf(new TreeSet<>(texts));
    }

    /** Whether it reads a part of what the server could, so that the rest of the snapshot has to come from an earlier one. */
    public boolean part() {
        return !accounts.isEmpty() || !ous.isEmpty() || !regions.isEmpty() || !frameworks.isEmpty();
    }

    /** The same with accounts in the place of units. */
    ScanScope of(Set<String> ids) {
        return new ScanScope(List.copyOf(ids), List.of(), regions, types, all, frameworks);
    }

    /** What is wrong with its form; empty if nothing is. */
    Optional<String> trouble() {
        Optional<String> account =
                accounts.stream().filter(id -> !id.matches("\\d{12}")).findFirst();
        if (account.isPresent()) {
            return Optional.of("The scope holds the account '" + account.get() + "'; an account id has twelve digits.");
        }
        boolean blank = List.of(ous, regions, types, frameworks).stream()
                .anyMatch(texts -> texts.stream().anyMatch(String::isBlank));
        return blank ? Optional.of("The scope holds a name that is blank. Leave it out.") : Optional.empty();
    }
}
