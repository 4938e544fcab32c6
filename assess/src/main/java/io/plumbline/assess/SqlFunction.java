package io.plumbline.assess;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A function that rule authors may call. What they call is a macro; where SQL cannot do it alone, the macro calls a function written in
 * Java whose parameters and result are texts.
 *
 * @param name what rules call
 * @param signature name, parameters and result as people read them
 * @param description what it answers, and when with NULL
 * @param macro the macro's definition, without {@code create macro}
 * @param java the Java part, which the macro calls as {@code java_NAME}
 */
public record SqlFunction(String name, String signature, String description, String macro, Optional<Java> java) {

    /**
     * The Java part.
     *
     * @param parameters how many texts it takes; if one of them is NULL it is not called and the result is NULL
     * @param alike arguments with the same result, for which it is called instead; the more calls share them, the less work
     */
    record Java(int parameters, UnaryOperator<List<String>> alike, Body body) {}

    /** What the Java part does; it is called by several threads, and once for equal texts. Empty is NULL. */
    @FunctionalInterface
    interface Body {
        Optional<String> apply(List<String> arguments);
    }

    /** A function that SQL can do alone. */
    static SqlFunction sql(String signature, String description, String macro) {
        return new SqlFunction(name(signature), signature, description, macro, Optional.empty());
    }

    /** A function with a Java part. */
    static SqlFunction java(String signature, String description, String macro, int parameters, Body body) {
        return java(signature, description, macro, parameters, UnaryOperator.identity(), body);
    }

    /** A function with a Java part that gives the same result for many arguments. */
    static SqlFunction java(
            String signature,
            String description,
            String macro,
            int parameters,
            UnaryOperator<List<String>> alike,
            Body body) {
        return new SqlFunction(
                name(signature), signature, description, macro, Optional.of(new Java(parameters, alike, body)));
    }

    private static String name(String signature) {
        return signature.substring(0, signature.indexOf('('));
    }

    /** The name of its Java part in the database. */
    String javaName() {
        return "java_" + name;
    }
}
