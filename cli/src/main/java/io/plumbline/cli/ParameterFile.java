package io.plumbline.cli;

import io.plumbline.assess.RuleSettings;
import io.plumbline.model.BadInput;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads parameters of rules: {@code rules:} for all accounts, {@code accounts:} with an account id above for single ones. */
final class ParameterFile {
    private ParameterFile() {}

    /**
     * Reads the file's text.
     *
     * @throws BadInput if it is not of that form; whether rules and parameters exist is the catalog's to say
     */
    static RuleSettings read(String file, String text) {
        Map<?, ?> root = map(file, "", parse(file, text));
        Map<String, Map<String, Map<String, Object>>> accounts = new HashMap<>();
        root.keySet().stream()
                .filter(key -> !key.equals("rules") && !key.equals("accounts"))
                .findFirst()
                .ifPresent(key -> {
                    throw new BadInput(file + ": unknown key '" + key + "'. There are two: rules, accounts.");
                });
        map(file, "accounts", root.get("accounts"))
                .forEach((account, rules) ->
                        accounts.put(String.valueOf(account), rules(file, "accounts." + account, rules)));
        return new RuleSettings(rules(file, "rules", root.get("rules")), accounts);
    }

    private static Map<String, Map<String, Object>> rules(
            String file, String where, @org.jspecify.annotations.Nullable Object value) {
        Map<String, Map<String, Object>> rules = new HashMap<>();
        map(file, where, value).forEach((rule, parameters) -> {
            Map<String, Object> values = new HashMap<>();
            map(file, where + "." + rule, parameters)
                    .forEach((name, setting) -> values.put(String.valueOf(name), setting));
            rules.put(String.valueOf(rule), values);
        });
        return rules;
    }

    private static Map<?, ?> map(String file, String where, @org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new BadInput(
                file + ": " + (where.isEmpty() ? "the file" : where) + " must be a map, not '" + value + "'.");
    }

    private static @org.jspecify.annotations.Nullable Object parse(String file, String text) {
        try {
            return YAMLMapper.builder().build().readValue(text, Object.class);
        } catch (JacksonException e) {
            throw new BadInput(file + " is not YAML: " + e.getOriginalMessage(), e);
        }
    }
}
