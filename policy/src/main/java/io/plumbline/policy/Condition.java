package io.plumbline.policy;

import java.util.List;

/**
 * One operator and key of a Condition element with its values, of which one has to match.
 *
 * @param key as written; the names of keys have no case
 * @param values as text: a JSON number or boolean as it is written
 */
public record Condition(ConditionOperator operator, String key, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return operator + " " + key + " " + values;
    }
}
