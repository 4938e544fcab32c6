package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters that a company has set: for all accounts, and for single accounts, which goes before.
 *
 * @param general values by rule and parameter
 * @param accounts values by account id, rule and parameter
 */
public record RuleSettings(
        Map<String, Map<String, Object>> general, Map<String, Map<String, Map<String, Object>>> accounts) {

    /** Every default stands. */
    public static final RuleSettings STANDARD = new RuleSettings(Map.of(), Map.of());

    public RuleSettings {
        general = Map.copyOf(general);
        accounts = Map.copyOf(accounts);
    }

    /**
     * Checks that every rule and parameter exists and every value has its type.
     *
     * @throws BadInput naming rule and parameter
     */
    public void check(Catalog catalog) {
        general.forEach((rule, values) -> check(catalog.rule(rule), values));
        accounts.values().forEach(rules -> rules.forEach((rule, values) -> check(catalog.rule(rule), values)));
    }

    static void check(Rule rule, Map<String, Object> values) {
        values.forEach((name, value) -> {
            Parameter parameter = rule.parameters().get(name);
            if (parameter == null) {
                throw new BadInput("The rule " + rule.id() + " has no parameter '" + name + "'. "
                        + Nearest.hint(name, rule.parameters().keySet()));
            }
            literal(rule, parameter, value);
        });
    }

    /** A rule's parameter where no account says otherwise. */
    Object value(Rule rule, Parameter parameter) {
        return Optional.ofNullable(general.getOrDefault(rule.id(), Map.of()).get(parameter.name()))
                .orElse(parameter.standard());
    }

    /** What an account alone has set. */
    Optional<Object> value(Rule rule, Parameter parameter, String account) {
        return Optional.ofNullable(accounts.getOrDefault(account, Map.of())
                .getOrDefault(rule.id(), Map.of())
                .get(parameter.name()));
    }

    /** A value as SQL of the parameter's type. */
    static String literal(Rule rule, Parameter parameter, Object value) {
        String literal = switch (parameter.type()) {
            case INTEGER -> value instanceof Long || value instanceof Integer ? value.toString() : "";
            case BOOLEAN -> value instanceof Boolean ? value.toString() : "";
            case TEXT -> value instanceof String text ? SqlValues.text(text) : "";
            case TEXTS ->
                value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                        ? SqlValues.texts(list.stream().map(String.class::cast).toList())
                        : "";
        };
        if (literal.isEmpty()) {
            throw new BadInput("The parameter '" + parameter.name() + "' of the rule " + rule.id() + " must be "
                    + parameter.type().word() + "; '" + value + "' is not.");
        }
        return literal + "::" + parameter.type().sqlType();
    }
}
