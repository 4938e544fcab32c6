package io.plumbline.inventory;

import java.util.ArrayList;
import java.util.List;

/** A DuckDB type of a column, taken apart as far as is needed to find the texts in it. */
sealed interface ColumnType {

    /** Text, or JSON, which is text that DuckDB has looked at. */
    record Text(boolean json) implements ColumnType {}

    /** Numbers, times, truth and bytes: nothing that names another thing. */
    record Other() implements ColumnType {}

    record ListOf(ColumnType element) implements ColumnType {}

    record Structure(List<Field> fields) implements ColumnType {
        public Structure {
            fields = List.copyOf(fields);
        }
    }

    record Mapping(ColumnType key, ColumnType value) implements ColumnType {}

    /** One member of a structure. */
    record Field(String name, ColumnType type) {}

    /**
     * Reads a type as DuckDB writes it, such as {@code STRUCT("arn" VARCHAR)[]}.
     *
     * @throws IllegalArgumentException if it is no such type
     */
    static ColumnType of(String text) {
        Parser parser = new Parser(text);
        ColumnType type = parser.type();
        if (parser.position < text.length()) {
            throw parser.unreadable();
        }
        return type;
    }

    /** Walks over the text once. */
    final class Parser {
        private final String text;
        private int position;

        private Parser(String text) {
            this.text = text;
        }

        private ColumnType type() {
            skipSpace();
            int start = position;
            ColumnType type;
            if (text.startsWith("STRUCT(", position)) {
                position += "STRUCT(".length();
                type = structure();
            } else if (text.startsWith("MAP(", position)) {
                position += "MAP(".length();
                ColumnType key = type();
                expect(',');
                ColumnType value = type();
                expect(')');
                type = new Mapping(key, value);
            } else {
                type = scalar(start);
            }
            while (text.startsWith("[]", position)) {
                position += 2;
                type = new ListOf(type);
            }
            return type;
        }

        private ColumnType structure() {
            List<Field> fields = new ArrayList<>();
            do {
                fields.add(new Field(name(), type()));
                skipSpace();
            } while (next() == ',');
            position--;
            expect(')');
            return new Structure(fields);
        }

        /** A type of one word or more, such as TIMESTAMP WITH TIME ZONE, or with numbers: DECIMAL(18, 3). */
        private ColumnType scalar(int start) {
            int depth = 0;
            while (position < text.length() && (depth > 0 || ",)[".indexOf(text.charAt(position)) < 0)) {
                depth += text.charAt(position) == '(' ? 1 : text.charAt(position) == ')' ? -1 : 0;
                position++;
            }
            String name = text.substring(start, position).strip();
            if (name.isEmpty()) {
                throw unreadable();
            }
            return name.equals("VARCHAR") || name.equals("JSON") ? new Text(name.equals("JSON")) : new Other();
        }

        private String name() {
            skipSpace();
            StringBuilder name = new StringBuilder();
            if (position < text.length() && text.charAt(position) == '"') {
                position++;
                for (char one = next(); one != '"' || text.startsWith("\"", position); one = next()) {
                    // Two quotes in a quoted name stand for one.
                    name.append(one == '"' ? next() : one);
                }
            } else {
                while (position < text.length() && text.charAt(position) != ' ') {
                    name.append(next());
                }
            }
            return name.toString();
        }

        private char next() {
            if (position >= text.length()) {
                throw unreadable();
            }
            return text.charAt(position++);
        }

        private void expect(char wanted) {
            skipSpace();
            if (next() != wanted) {
                throw unreadable();
            }
        }

        private void skipSpace() {
            while (position < text.length() && text.charAt(position) == ' ') {
                position++;
            }
        }

        private IllegalArgumentException unreadable() {
            return new IllegalArgumentException("no column type that is known, at character " + position + ": " + text);
        }
    }
}
