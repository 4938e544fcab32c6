package io.plumbline.assess;

/**
 * Something about a rule that a company may set for itself.
 *
 * @param name as in settings, and the column in the relation {@code param}
 * @param standard its default: a {@link Long}, {@link Boolean}, {@link String} or {@code List<String>} by the type
 * @param meaning for people
 */
public record Parameter(String name, ParameterType type, Object standard, String meaning) {}
