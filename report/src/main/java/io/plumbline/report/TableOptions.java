package io.plumbline.report;

/**
 * What the terminal can show and what the person wants to see of it; only the format {@code table} asks.
 *
 * @param width columns of the terminal; less than {@link #LEAST} counts as that
 * @param colour whether to colour statuses with ANSI escapes (ECMA-48, SGR)
 * @param failedOnly whether to leave out the rows of controls that did not fail
 */
public record TableOptions(int width, boolean colour, boolean failedOnly) {
    /** Fewer columns than this cannot hold an account's id beside a rule. */
    public static final int LEAST = 80;

    /** A file or a pipe: 100 columns, no colour, every row. */
    public static final TableOptions PLAIN = new TableOptions(100, false, false);

    public TableOptions {
        width = Math.max(width, LEAST);
    }
}
