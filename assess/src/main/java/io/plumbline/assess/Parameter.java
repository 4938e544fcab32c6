package io.plumbline.assess;

import java.util.List;
import java.util.Optional;

/**
 * Something about a rule that its SQL is told.
 *
 * @param name as in settings, and the column in the relation {@code param}
 * @param standard its default: a {@link Long}, {@link Boolean}, {@link String} or {@code List<String>} by the type
 * @param meaning for people
 * @param oneOf the only texts that it may be; empty where any will do
 * @param atLeast the smallest number that it may be
 * @param fixed whether it makes the rule what it is, among those that share its SQL; else a company may set it for itself
 */
public record Parameter(
        String name,
        ParameterType type,
        Object standard,
        String meaning,
        List<String> oneOf,
        Optional<Long> atLeast,
        boolean fixed) {
    public Parameter {
        oneOf = List.copyOf(oneOf);
    }
}
