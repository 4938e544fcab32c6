package io.plumbline.policy;

import java.util.List;
import java.util.Optional;

/** Whether a condition limits a statement to known callers (CIS spec 2.3; S3 guide, "The meaning of public"). */
final class Limits {
    private static final String IP_ADDRESS = "IpAddress";
    private static final String NULL = "Null";
    private static final List<String> TEXT_OPERATORS =
            List.of("StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike");

    private Limits() {}

    /**
     * Why the condition limits nobody; empty if it limits.
     *
     * @param all all conditions of the statement: another one may say that the key has to be present
     */
    static Optional<String> weakness(Condition condition, List<Condition> all) {
        ConditionOperator operator = condition.operator();
        Optional<LimitingKey> key = LimitingKey.of(condition.key());
        if (key.isEmpty()) {
            return Optional.of(condition.key() + " says nothing about who calls");
        }
        if (!picksOut(operator, key.get())) {
            return Optional.of(condition.key() + " under " + operator + " does not pick out known callers");
        }
        if (holdsWithoutKey(operator) && !keyIsRequired(condition.key(), all)) {
            return Optional.of(operator + " also holds for requests without " + condition.key());
        }
        if (condition.values().isEmpty()) {
            return Optional.of(condition.key() + " is compared to nothing");
        }
        return condition.values().stream()
                .filter(value -> !key.get().isFixed(value))
                .findFirst()
                .map(value -> condition.key() + " may be '" + value + "', which is not one known caller");
    }

    private static boolean picksOut(ConditionOperator operator, LimitingKey key) {
        return key == LimitingKey.SOURCE_IP
                ? operator.is(IP_ADDRESS)
                : TEXT_OPERATORS.stream().anyMatch(operator::is);
    }

    private static boolean holdsWithoutKey(ConditionOperator operator) {
        return operator.ifExists() || operator.quantifier() == ConditionOperator.Quantifier.ALL;
    }

    /** Whether some other condition is {@code "Null": {key: "false"}}: the key has to be there. */
    private static boolean keyIsRequired(String key, List<Condition> all) {
        return all.stream()
                .anyMatch(other -> other.operator().is(NULL)
                        && other.key().equalsIgnoreCase(key)
                        && !other.values().isEmpty()
                        && other.values().stream().allMatch("false"::equalsIgnoreCase));
    }
}
