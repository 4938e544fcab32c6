package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Prowler's mute list as exceptions of ours. Prowler searches for regular expressions in names; what of them can be said with names and stars
 * is carried over, and never more than Prowler would mute.
 */
public final class MutelistImport {
    private static final List<String> ROOTS = List.of("Mutelist", "Mute List", "Allowlist");

    /** What an entry mutes, apart from the check: entries that are alike in it may together be a rule of ours. */
    private record Filter(List<String> regions, List<String> resources, List<String> tags) {}

    private final ForeignRules rules = ForeignRules.of("prowler.csv");
    private final ImportTerms terms;
    private final List<ImportReport.Skipped> skipped = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();

    private MutelistImport(ImportTerms terms) {
        this.terms = terms;
    }

    /**
     * Translates a mute list.
     *
     * @param file what to call it in messages
     * @throws BadInput if it is none
     */
    public static Translation translate(String file, String text, ImportTerms terms) {
        ForeignText root = ForeignText.yaml(file, text);
        ForeignText list = ROOTS.stream()
                .flatMap(name -> root.get(name).stream())
                .findFirst()
                .orElseThrow(() -> root.wrong("this is no mute list: it has no key Mutelist."));
        ForeignText accounts = list.get("Accounts").orElseThrow(() -> list.wrong("a mute list has a key Accounts."));
        MutelistImport translation = new MutelistImport(terms);
        accounts.entries()
                .forEach((account, entry) ->
                        entry.get("Checks").ifPresent(checks -> translation.account(account, checks.entries())));
        return new Translation(List.copyOf(translation.waivers), List.copyOf(translation.skipped));
    }

    private void skip(String label, String why) {
        skipped.add(new ImportReport.Skipped(label, why));
    }

    private void account(String account, Map<String, ForeignText> entries) {
        if (!account.equals("*") && !account.matches("\\d{12}")) {
            skip(account, "this is no account id and no *, so Prowler mutes nothing by it.");
            return;
        }
        Map<Filter, Set<String>> checks = new LinkedHashMap<>();
        Map<Filter, List<String>> names = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            String label = account + " " + name;
            Set<String> found = checks(label, name);
            if (hasExceptions(entry)) {
                // An exception to one entry lifts those after it too, so that nothing of this account can be taken
                // alone.
                skip(label, "it has Exceptions, which ours have not. Name what is meant, and leave out the rest.");
            } else if (!found.isEmpty()) {
                Filter filter = new Filter(entry.texts("Regions"), entry.texts("Resources"), entry.texts("Tags"));
                checks.computeIfAbsent(filter, key -> new TreeSet<>()).addAll(found);
                names.computeIfAbsent(filter, key -> new ArrayList<>()).add(name);
            }
        });
        if (entries.values().stream().anyMatch(MutelistImport::hasExceptions)) {
            names.values()
                    .forEach(all -> all.forEach(name -> skip(
                            account + " " + name,
                            "another entry of this account has Exceptions, which lift this one, too.")));
            return;
        }
        checks.forEach((filter, all) -> {
            String label = account + " " + String.join(", ", names.getOrDefault(filter, List.of()));
            rules.said(label, all, skipped).forEach(rule -> waiver(label, account, rule, filter));
        });
    }

    private static boolean hasExceptions(ForeignText entry) {
        return entry.get("Exceptions").stream()
                .flatMap(exceptions -> exceptions.entries().values().stream())
                .anyMatch(kind -> !kind.texts().isEmpty());
    }

    private Set<String> checks(String label, String name) {
        Optional<NamePattern> pattern = NamePattern.of(name);
        if (pattern.isEmpty()) {
            skip(
                    label,
                    "the check's name is a regular expression that cannot be said with stars. Write the names out.");
            return Set.of();
        }
        Set<String> found = new TreeSet<>();
        rules.checks().stream().filter(pattern.get()::matches).forEach(found::add);
        if (found.isEmpty()) {
            skip(label, "no rule of ours says what this check says.");
        }
        return found;
    }

    private void waiver(String label, String account, ForeignRules.Entry rule, Filter filter) {
        try {
            Waiver.Scope scope = new Waiver.Scope(
                    account.equals("*") ? List.of() : List.of(account),
                    List.of(),
                    regions(rule, filter.regions()),
                    MutedResources.arns(rule, filter.resources()),
                    MutedTags.tags(filter.tags()));
            if (Stream.of(
                            scope.accounts(),
                            scope.regions(),
                            scope.arns(),
                            scope.tags().keySet())
                    .allMatch(Collection::isEmpty)) {
                skip(
                        label,
                        "it mutes " + rule.rule()
                                + " everywhere. Name the accounts, regions or resources that are meant.");
                return;
            }
            waivers.add(new Waiver(
                    "#" + label + " " + rule.rule(),
                    List.of(rule.rule()),
                    scope,
                    terms.reason(),
                    terms.owner(),
                    terms.approver(),
                    terms.expires()));
        } catch (BadInput e) {
            skip(label + " " + rule.rule(), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> regions(ForeignRules.Entry rule, List<String> regions) {
        if (regions.isEmpty()) {
            throw new BadInput("it has no Regions, so Prowler mutes nothing by it.");
        }
        if (regions.stream().anyMatch(MutelistImport::any)) {
            return List.of();
        }
        if (regions.stream().anyMatch(region -> !region.matches("[a-z]{2,4}(-[a-z]+)+-\\d"))) {
            throw new BadInput("its Regions are patterns, and ours are names. Write the names out.");
        }
        if (rule.rule().startsWith("iam-") || rule.rule().startsWith("account-")) {
            throw new BadInput(
                    "what " + rule.rule() + " judges is in no region, and Prowler's region of it is where it was"
                            + " started. Use the region *.");
        }
        return regions;
    }

    static boolean any(String text) {
        return NamePattern.of(text).map(NamePattern::any).orElse(false);
    }
}
