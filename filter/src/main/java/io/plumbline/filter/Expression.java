package io.plumbline.filter;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition on a JSON event. Lists never hold their own kind, so equal conditions with other parentheses are equal records. */
public sealed interface Expression {

    /** All hold: {@code a && b}. Made by {@link #all}. */
    record AllOf(List<Expression> parts) implements Expression {
        public AllOf {
            parts = List.copyOf(parts);
            if (parts.size() < 2 || parts.stream().anyMatch(AllOf.class::isInstance)) {
                throw new IllegalArgumentException("a conjunction has two parts or more, none of them a conjunction");
            }
        }

        @Override
        public String toString() {
            return joined(parts, " && ");
        }
    }

    /** At least one holds: {@code a || b}. Made by {@link #any}. */
    record AnyOf(List<Expression> parts) implements Expression {
        public AnyOf {
            parts = List.copyOf(parts);
            if (parts.size() < 2 || parts.stream().anyMatch(AnyOf.class::isInstance)) {
                throw new IllegalArgumentException("a disjunction has two parts or more, none of them a disjunction");
            }
        }

        @Override
        public String toString() {
            return joined(parts, " || ");
        }
    }

    /** A field compared with a value. */
    record Comparison(Selector selector, Operator operator, Value value) implements Expression {
        public Comparison {
            if (operator.ordersNumbers() && !(value instanceof Value.Numeric)) {
                throw new IllegalArgumentException("'" + operator + "' compares numbers only, not " + value);
            }
        }

        @Override
        public String toString() {
            return selector + " " + operator + " " + value;
        }
    }

    /** {@code IS NULL}, {@code IS TRUE}, {@code IS FALSE}: the field is there and has exactly this value. */
    record Is(Selector selector, Constant constant) implements Expression {
        @Override
        public String toString() {
            return selector + " IS " + constant;
        }
    }

    /** {@code NOT EXISTS}: the event has no such field, not even as null. */
    record NotExists(Selector selector) implements Expression {
        @Override
        public String toString() {
            return selector + " NOT EXISTS";
        }
    }

    /** What may follow {@code IS}. */
    enum Constant {
        NULL,
        TRUE,
        FALSE
    }

    /** All of the parts, flattened; one part alone is itself. */
    static Expression all(List<Expression> parts) {
        return flattened(parts, part -> part instanceof AllOf all ? all.parts().stream() : Stream.of(part), AllOf::new);
    }

    /** Any of the parts, flattened; one part alone is itself. */
    static Expression any(List<Expression> parts) {
        return flattened(parts, part -> part instanceof AnyOf any ? any.parts().stream() : Stream.of(part), AnyOf::new);
    }

    private static String joined(List<Expression> parts, String sign) {
        // No stream: each level of nesting would take ten times the stack.
        StringBuilder text = new StringBuilder();
        for (Expression part : parts) {
            text.append(text.isEmpty() ? "" : sign);
            text.append(part instanceof AnyOf ? "(" + part + ")" : part.toString());
        }
        return text.toString();
    }

    private static Expression flattened(
            List<Expression> parts,
            Function<Expression, Stream<Expression>> flat,
            Function<List<Expression>, Expression> join) {
        List<Expression> all = parts.stream().flatMap(flat).toList();
        return all.size() == 1 ? all.getFirst() : join.apply(all);
    }
}
