package io.plumbline.assess;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a parameter of a rule holds. */
public enum ParameterType {
    /** A whole number; {@link Long} in Java. */
    INTEGER("BIGINT"),
    /** true or false; {@link Boolean} in Java. */
    BOOLEAN("BOOLEAN"),
    /** One text; {@link String} in Java. */
    TEXT("VARCHAR"),
    /** A list of texts; {@code List<String>} in Java. */
    TEXTS("VARCHAR[]");

    private final String sqlType;

    ParameterType(String sqlType) {
        this.sqlType = sqlType;
    }

    /** The type of the parameter's column in the relation {@code param}. */
    public String sqlType() {
        return sqlType;
    }

    /** The word in {@code rule.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ParameterType> of(String word) {
        return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
