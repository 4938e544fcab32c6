package io.plumbline.snapshot;

/** Quoting for SQL. */
public final class Sql {
    private Sql() {}

    /** A quoted identifier. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A quoted string literal. */
    public static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
