package io.plumbline.cli;

import picocli.CommandLine.Option;

/** {@code --format} of commands that print rows: as a table, JSON or CSV. */
final class RowsFormatOption {
    @Option(
            names = "--format",
            paramLabel = "F",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    @SuppressWarnings("NullAway.Init")
    private QueryFormat format;

    QueryFormat chosen() {
        return format;
    }
}
