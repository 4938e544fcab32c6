package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters of rules as YAML: {@code rules:} for all accounts, {@code ous:} with the name or id of an organizational unit above for those
 * in it, {@code accounts:} with an account id above for single ones.
 */
public final class ParameterFile {
    private static final String RULES = "rules";
    private static final String OUS = "ous";
    private static final String ACCOUNTS = "accounts";

    private ParameterFile() {}

    /**
     * Reads the file's text.
     *
     * @param file what to call it in messages
     * @throws BadInput if a key, a rule or a parameter is unknown, or a parameter does not take a value
     */
    public static RuleSettings read(String file, String text, Catalog catalog) {
        YamlMap root = YamlMap.read(file, text, RULES, OUS, ACCOUNTS);
        Map<String, Map<String, Map<String, Object>>> accounts = places(root, ACCOUNTS, catalog);
        accounts.keySet().stream()
                .filter(id -> !id.matches("\\d{12}"))
                .findFirst()
                .ifPresent(id -> {
                    throw root.wrong(ACCOUNTS, "holds '" + id + "'; an account id has twelve digits.");
                });
        return new RuleSettings(
                given(root, RULES) ? rules(anyMap(root, RULES), catalog) : Map.of(),
                places(root, OUS, catalog),
                accounts);
    }

    private static Map<String, Map<String, Map<String, Object>>> places(YamlMap root, String kind, Catalog catalog) {
        Map<String, Map<String, Map<String, Object>>> places = new HashMap<>();
        if (given(root, kind)) {
            YamlMap map = anyMap(root, kind);
            map.keys().stream()
                    .filter(place -> given(map, place))
                    .forEach(place -> places.put(place, rules(anyMap(map, place), catalog)));
        }
        return places;
    }

    private static Map<String, Map<String, Object>> rules(YamlMap map, Catalog catalog) {
        List<String> known = catalog.rules().stream().map(Rule::id).toList();
        Map<String, Map<String, Object>> rules = new HashMap<>();
        for (String id : map.keys()) {
            map.known(id, List.of(id), known, "rule");
            if (given(map, id)) {
                rules.put(id, values(anyMap(map, id), catalog.rule(id)));
            }
        }
        return rules;
    }

    private static Map<String, Object> values(YamlMap map, Rule rule) {
        Map<String, Object> values = new HashMap<>();
        for (String name : map.keys()) {
            map.known(name, List.of(name), rule.parameters().keySet(), "parameter");
            values.put(name, value(map, rule, name));
        }
        return values;
    }

    private static Object value(YamlMap map, Rule rule, String name) {
        Object value = RuleReader.value(map, name, rule.parameter(name).type());
        try {
            RuleSettings.checkValue(rule, name, value);
        } catch (BadInput e) {
            throw map.wrong(name, "is refused. " + e.getMessage());
        }
        return value;
    }

    /** Whether something stands there: a key whose lines are all commented out says nothing. */
    private static boolean given(YamlMap map, String key) {
        return map.has(key) && map.plain(key) != null;
    }

    private static YamlMap anyMap(YamlMap map, String key) {
        return map.anyMap(key).orElseThrow();
    }
}
