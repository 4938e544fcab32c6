package io.plumbline.assess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Exceptions as a YAML list. */
public final class WaiverFile {
    private static final String[] KEYS = {"id", "rule", "rules", "scope", "reason", "owner", "approver", "expires"};
    private static final String[] SCOPE = {"accounts", "ous", "regions", "arns", "tags"};

    private WaiverFile() {}

    /**
     * Reads exceptions, expired ones too.
     *
     * @param file what to call it in messages
     * @throws io.plumbline.model.BadInput if a key is unknown or missing, a rule does not exist or a scope is empty
     */
    public static List<Waiver> read(String file, String text, Catalog catalog) {
        return of(YamlMap.readList(file, text, KEYS), catalog);
    }

    static List<Waiver> of(List<YamlMap> all, Catalog catalog) {
        List<Waiver> waivers = new ArrayList<>();
        for (YamlMap one : all) {
            waivers.add(waiver(one, waivers.size() + 1, catalog));
        }
        return waivers;
    }

    static String[] keys() {
        return KEYS.clone();
    }

    private static Waiver waiver(YamlMap yaml, int number, Catalog catalog) {
        List<String> rules = Stream.concat(yaml.optionalText("rule").stream(), yaml.texts("rules").stream())
                .distinct()
                .toList();
        if (rules.isEmpty()) {
            throw yaml.wrong("an exception names its 'rule', or several 'rules'.");
        }
        yaml.known(
                yaml.has("rule") ? "rule" : "rules",
                rules,
                catalog.rules().stream().map(Rule::id).toList(),
                "rule");
        Waiver.Scope scope =
                scope(yaml.map("scope", SCOPE).orElseThrow(() -> yaml.wrong("the key 'scope' is missing.")));
        if (scope.isEmpty()) {
            throw yaml.wrong(
                    "scope",
                    "is empty, so the exception would cover everything. Give accounts, ous, regions, arns or tags.");
        }
        return new Waiver(
                yaml.optionalText("id").orElse("#" + number),
                rules,
                scope,
                yaml.text("reason"),
                yaml.text("owner"),
                yaml.text("approver"),
                yaml.end("expires"));
    }

    private static Waiver.Scope scope(YamlMap scope) {
        for (String kind : scope.keys()) {
            boolean nothing = kind.equals("tags")
                    ? scope.anyMap(kind).map(tags -> tags.keys().isEmpty()).orElse(true)
                    : scope.texts(kind).isEmpty();
            if (nothing) {
                throw scope.wrong(
                        kind, "is an empty list, which no unit can match. Leave it out if it does not matter.");
            }
        }
        scope.texts("accounts").stream()
                .filter(id -> !id.matches("\\d{12}"))
                .findFirst()
                .ifPresent(id -> {
                    throw scope.wrong("accounts", "holds '" + id + "'; an account id has twelve digits.");
                });
        Map<String, List<String>> tags = new LinkedHashMap<>();
        Optional<YamlMap> given = scope.anyMap("tags");
        given.ifPresent(map -> map.keys().forEach(key -> tags.put(key, map.oneOrMore(key))));
        return new Waiver.Scope(
                scope.texts("accounts"), scope.texts("ous"), scope.texts("regions"), scope.texts("arns"), tags);
    }
}
