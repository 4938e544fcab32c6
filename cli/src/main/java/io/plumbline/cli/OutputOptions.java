package io.plumbline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an assessment is told, and when it counts as failed: the options that {@code scan} and {@code assess} share. */
final class OutputOptions {
    @Option(
            names = "--format",
            split = ",",
            paramLabel = "F",
            description =
                    "table, json, csv, xlsx, html, junit, ocsf, asff, sarif; several, and xlsx, with --output (default: ${DEFAULT-VALUE}).",
            defaultValue = "table")
    private List<String> formats = List.of("table");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write each format into a file of this folder instead of standard output.")
    private @Nullable Path output;

    @Option(names = "--failed-only", description = "In the table, only controls that failed or could not be read.")
    private boolean failedOnly;

    @Option(
            names = "--exceptions",
            paramLabel = "FILE",
            description = "Accepted failures, a YAML file (docs/exceptions.md).")
    private @Nullable Path exceptions;

    @Option(
            names = "--attestations",
            paramLabel = "FILE",
            description = "People's answers to manual controls, a YAML file (docs/attestations.md).")
    private @Nullable Path attestations;

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description =
                    "Parameters of rules, a YAML file (docs/parameters.md), in place of those set in the Compliance Center.")
    private @Nullable Path parameters;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "End with code 3 if a unit failed at this severity or above.")
    private @Nullable String failOn;

    @Option(names = "--strict", description = "End with code 4 if something could not be read.")
    private boolean strict;

    List<String> formats() {
        return formats;
    }

    Optional<Path> output() {
        return Optional.ofNullable(output);
    }

    boolean failedOnly() {
        return failedOnly;
    }

    Optional<Path> exceptions() {
        return Optional.ofNullable(exceptions);
    }

    Optional<Path> attestations() {
        return Optional.ofNullable(attestations);
    }

    Optional<Path> parameters() {
        return Optional.ofNullable(parameters);
    }

    Optional<String> failOn() {
        return Optional.ofNullable(failOn);
    }

    boolean strict() {
        return strict;
    }
}
