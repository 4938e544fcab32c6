package io.plumbline.cli;

import picocli.CommandLine.Option;

/** {@code --format} of commands that print a table or JSON. */
final class TextFormatOption {
    @Option(
            names = "--format",
            paramLabel = "F",
            description = "table or json (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    @SuppressWarnings("NullAway.Init")
    private TextFormat format;

    TextFormat chosen() {
        return format;
    }
}
