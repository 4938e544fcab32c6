package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parameters that a company has set. An account's own value goes before that of the innermost organizational unit it is in, then of the
 * units further out, then of all accounts; where nobody set one, the rule's default holds.
 *
 * @param general values by rule and parameter, for all accounts
 * @param ous values by name or id of an organizational unit, rule and parameter; they hold in units below it too
 * @param accounts values by account id, rule and parameter
 */
public record RuleSettings(
        Map<String, Map<String, Object>> general,
        Map<String, Map<String, Map<String, Object>>> ous,
        Map<String, Map<String, Map<String, Object>>> accounts) {

    /** Every default stands. */
    public static final RuleSettings STANDARD = new RuleSettings(Map.of(), Map.of(), Map.of());

    public RuleSettings {
        general = ofRules(general);
        ous = ofPlaces(ous);
        accounts = ofPlaces(accounts);
    }

    /** Values for all accounts alone. */
    public static RuleSettings general(Map<String, Map<String, Object>> general) {
        return new RuleSettings(general, Map.of(), Map.of());
    }

    private static Map<String, Map<String, Map<String, Object>>> ofPlaces(
            Map<String, Map<String, Map<String, Object>>> places) {
        return places.entrySet().stream()
                .map(place -> Map.entry(place.getKey(), ofRules(place.getValue())))
                .filter(place -> !place.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Map<String, Object>> ofRules(Map<String, Map<String, Object>> rules) {
        return rules.entrySet().stream()
                .filter(rule -> !rule.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, rule -> ofParameters(rule.getValue())));
    }

    private static Map<String, Object> ofParameters(Map<String, Object> values) {
        return values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, value -> plain(value.getValue())));
    }

    /** The same value in one form, whether it came from JSON, YAML or Java, so that equal settings are equal. */
    private static Object plain(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case List<?> list -> List.copyOf(list);
            default -> value;
        };
    }

    /**
     * Checks a value for one rule.
     *
     * @throws BadInput if the rule has no such parameter, it is fixed, or the value is not of the parameter's type or
     *     none that it takes
     */
    public static void checkValue(Rule rule, String parameter, Object value) {
        if (rule.parameter(parameter).fixed()) {
            throw new BadInput(
                    "The parameter '" + parameter + "' makes the rule " + rule.id()
                            + " what it is and cannot be set. To judge by another value, copy the rule's folder and change it there (--rules-dir).");
        }
        literal(rule, rule.parameter(parameter), value);
        rule.parameter(parameter).atLeast().ifPresent(least -> {
            if (value instanceof Number number && number.longValue() < least) {
                throw new BadInput("The parameter '" + parameter + "' of the rule " + rule.id() + " is at least "
                        + least + "; " + value + " is less.");
            }
        });
        List<String> oneOf = rule.parameter(parameter).oneOf();
        if (value instanceof String text && !oneOf.isEmpty() && !oneOf.contains(text)) {
            throw new BadInput("The parameter '" + parameter + "' of the rule " + rule.id() + " is one of "
                    + String.join(", ", oneOf) + "; '" + text + "' is none of them.");
        }
        List<?> texts = value instanceof List<?> list ? list : List.of(value);
        if (texts.stream().anyMatch(text -> text instanceof String one && !readable(one))) {
            throw new BadInput(
                    "The parameter '" + parameter + "' of the rule " + rule.id()
                            + " takes no text that is empty or holds control characters. Leave it out, or clear the value to have the default.");
        }
    }

    private static boolean readable(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    /** Those for some rules. */
    public RuleSettings of(Collection<String> rules) {
        return new RuleSettings(only(rules, general), onlyIn(rules, ous), onlyIn(rules, accounts));
    }

    private static Map<String, Map<String, Map<String, Object>>> onlyIn(
            Collection<String> rules, Map<String, Map<String, Map<String, Object>>> places) {
        return places.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, place -> only(rules, place.getValue())));
    }

    private static Map<String, Map<String, Object>> only(
            Collection<String> rules, Map<String, Map<String, Object>> all) {
        return all.entrySet().stream()
                .filter(rule -> rules.contains(rule.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether units or accounts have a value of their own for a rule. */
    boolean differ(Rule rule) {
        return ous.values().stream().anyMatch(rules -> rules.containsKey(rule.id()))
                || accounts.values().stream().anyMatch(rules -> rules.containsKey(rule.id()));
    }

    /** A rule's parameter where neither account nor unit says otherwise. */
    Object value(Rule rule, Parameter parameter) {
        return in(general, rule, parameter).orElse(parameter.standard());
    }

    /** A rule's parameter as it holds in a place. */
    public Object value(Rule rule, Parameter parameter, AccountPlace place) {
        return in(accounts.getOrDefault(place.account(), Map.of()), rule, parameter)
                .or(() -> place.units().stream()
                        .flatMap(unit -> in(ous.getOrDefault(unit, Map.of()), rule, parameter).stream())
                        .findFirst())
                .orElseGet(() -> value(rule, parameter));
    }

    private static Optional<Object> in(Map<String, Map<String, Object>> rules, Rule rule, Parameter parameter) {
        return Optional.ofNullable(rules.getOrDefault(rule.id(), Map.of()).get(parameter.name()));
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
