package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import io.plumbline.model.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ScoutSuite's exceptions, lists of paths by service and rule, as ours. Its paths are of one account, which they do not name, and many go
 * further down than our units do: those are not carried over, since an exception of ours would cover more.
 */
public final class ScoutExceptions {
    private static final Map<String, String> COMPONENTS = Map.of("security_groups", "security-group", "keys", "key");
    private static final Pattern REGION = Pattern.compile("\\.regions\\.([a-z0-9-]+)\\.");

    private ScoutExceptions() {}

    /**
     * Translates a file of exceptions.
     *
     * @param file what to call it in messages
     * @param accountId the account whose report the exceptions are of
     * @throws BadInput if it is no such file, or the account's id none
     */
    public static Translation translate(String file, String text, String accountId, ImportTerms terms) {
        if (!accountId.matches("\\d{12}")) {
            throw new BadInput("'" + accountId + "' is no account id; it has twelve digits.");
        }
        // The report writes the file as a script, one line before the JSON.
        String json = text.stripLeading().startsWith("exceptions") && text.contains("\n")
                ? text.substring(text.indexOf('\n') + 1)
                : text;
        Map<String, Set<String>> paths = new LinkedHashMap<>();
        ForeignText.json(file, json)
                .entries()
                .forEach((service, byRule) -> byRule.entries()
                        .forEach((rule, list) -> paths.computeIfAbsent(key(rule), key -> new LinkedHashSet<>())
                                .addAll(list.texts())));
        paths.values().removeIf(Set::isEmpty);
        return translate(paths, accountId, terms);
    }

    private static Translation translate(Map<String, Set<String>> paths, String accountId, ImportTerms terms) {
        ForeignRules rules = ForeignRules.of("scoutsuite.csv");
        List<ImportReport.Skipped> skipped = new ArrayList<>();
        List<Waiver> waivers = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(paths.keySet());
        unknown.removeAll(rules.checks());
        unknown.forEach(rule -> skipped.add(new ImportReport.Skipped(
                rule, "no rule of ours judges just what its paths name. Ask for an exception by hand.")));
        for (ForeignRules.Entry rule : rules.said("exceptions", paths.keySet(), skipped)) {
            Set<String> found = new LinkedHashSet<>();
            rule.checks()
                    .forEach(check -> paths.getOrDefault(check, Set.of())
                            .forEach(path -> name(rule, path)
                                    .ifPresentOrElse(
                                            found::add,
                                            () -> skipped.add(new ImportReport.Skipped(
                                                    path,
                                                    "it does not name just what " + rule.rule()
                                                            + " judges. Ask for an exception by hand.")))));
            if (!found.isEmpty()) {
                waivers.add(new Waiver(
                        "#" + String.join(", ", rule.checks()),
                        List.of(rule.rule()),
                        scope(rule, accountId, List.copyOf(found)),
                        terms.reason(),
                        terms.owner(),
                        terms.approver(),
                        terms.expires()));
            }
        }
        return new Translation(waivers, skipped);
    }

    /** A rule's key may have a file's ending. */
    private static String key(String rule) {
        return rule.endsWith(".json") ? rule.substring(0, rule.length() - ".json".length()) : rule;
    }

    /** What a path names of a rule's units: an id, a region, or just that it is there. Empty if it names less than a unit. */
    private static Optional<String> name(ForeignRules.Entry rule, String path) {
        String[] parts = path.split("\\.", -1);
        if (rule.form().equals("account")) {
            return Optional.of("");
        }
        if (rule.form().equals("region")) {
            Matcher region = REGION.matcher(path + ".");
            return region.find() ? Optional.of(region.group(1)) : Optional.empty();
        }
        for (int i = 0; i < parts.length - 1; i++) {
            // After the id at most the field that is wrong.
            if (parts[i].equals(rule.form()) && parts[i + 1].matches("[A-Za-z0-9-]+") && i + 3 >= parts.length) {
                return Optional.of(parts[i + 1]);
            }
        }
        return Optional.empty();
    }

    private static Waiver.Scope scope(ForeignRules.Entry rule, String accountId, List<String> names) {
        List<String> accounts = List.of(accountId);
        return switch (rule.form()) {
            case "account" -> new Waiver.Scope(accounts, List.of(), List.of(), List.of(), Map.of());
            case "region" -> new Waiver.Scope(accounts, List.of(), names, List.of(), Map.of());
            default ->
                new Waiver.Scope(
                        accounts,
                        List.of(),
                        List.of(),
                        names.stream()
                                .map(name -> "*:" + COMPONENTS.getOrDefault(rule.form(), rule.form()) + "/" + name)
                                .toList(),
                        Map.of());
        };
    }
}
