package io.plumbline.filter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The way to a field, such as {@code $.userIdentity.type} or {@code $.resources[0].type}.
 *
 * @param steps at least one, the first of them a name
 */
public record Selector(List<Step> steps) {

    /** One step down into the event. */
    public sealed interface Step {}

    /**
     * Into a member of an object.
     *
     * @param name not empty and without an apostrophe, which no notation could write
     */
    public record Field(String name) implements Step {
        public Field {
            if (name.isEmpty() || name.indexOf('\'') >= 0) {
                throw new IllegalArgumentException("'" + name + "' cannot be written as a field name");
            }
        }

        @Override
        public String toString() {
            return name.chars().allMatch(Selector::isPlain) ? "." + name : ".['" + name + "']";
        }
    }

    /** Into an element of a list, counted from 0. */
    public record Index(int position) implements Step {
        public Index {
            if (position < 0) {
                throw new IllegalArgumentException("elements are counted from 0, not from " + position);
            }
        }

        @Override
        public String toString() {
            return "[" + position + "]";
        }
    }

    public Selector {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !(steps.getFirst() instanceof Field)) {
            throw new IllegalArgumentException("a selector starts with a name");
        }
    }

    /** Whether the character may stand in a name without brackets. */
    static boolean isPlain(int c) {
        return Cursor.isAsciiLetterOrDigit(c) || c == '-' || c == '_';
    }

    @Override
    public String toString() {
        return "$" + steps.stream().map(Step::toString).collect(Collectors.joining());
    }
}
