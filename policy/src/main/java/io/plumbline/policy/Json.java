package io.plumbline.policy;

import java.util.List;

/** JSON with the place of every value: unlike a common JSON tree it keeps duplicate names, which a policy must not have. */
sealed interface Json {
    Mark mark();

    /** What this is, for a message: "a list" and so on. */
    String kind();

    /** The value's place for a person, given the path that led to it. */
    default Location at(String path) {
        return new Location(mark().line(), mark().column(), path);
    }

    /**
     * Where a value starts. Paths are not kept here: with long names and deep nesting they would need far more memory than the text.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    record Mark(int line, int column) {}

    record Member(String name, Json value) {}

    record ObjectValue(Mark mark, List<Member> members) implements Json {
        @Override
        public String kind() {
            return "an object";
        }
    }

    record ListValue(Mark mark, List<Json> values) implements Json {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Text(Mark mark, String value) implements Json {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /** A number or a boolean, as it is written. */
    record Literal(Mark mark, String value) implements Json {
        @Override
        public String kind() {
            return value;
        }
    }

    record Null(Mark mark) implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }
}
