package io.plumbline.snapshot;

/** Quoting for SQL. */
public final class Sql {
    private Sql() {}

    /** A quoted identifier. */
    public static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * A quoted string literal. DuckDB takes a statement for ended at a NUL, and no name in AWS holds one: it becomes the character that
     * stands for what cannot be told.
     */
    public static String text(String text) {
        return '\'' + text.replace("'", "''").replace('\0', '\uFFFD') + '\'';
    }
}
