package io.plumbline.cli;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Catalog;
import io.plumbline.model.BadInput;
import io.plumbline.report.Format;
import io.plumbline.report.Formats;
import io.plumbline.report.ReportInput;
import io.plumbline.report.TableOptions;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Writes an assessment in the formats asked for: one to standard output, or any number into a folder. */
final class Reports {
    private final CommandSpec spec;
    private final OutputOptions output;
    private final List<Format> formats;

    /** Wrong formats are found before a long scan starts, not after it. */
    Reports(CommandSpec spec, OutputOptions output) {
        this.spec = spec;
        this.output = output;
        try {
            this.formats = output.formats().stream().map(Formats::of).toList();
        } catch (BadInput e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        if (formats.size() > 1 && output.output().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "several formats need a folder to go to: add --output DIR");
        }
        if (formats.getFirst().binary() && output.output().isEmpty() && ProgressLines.watched()) {
            throw new ParameterException(
                    spec.commandLine(),
                    formats.getFirst().id() + " is nothing for a terminal: add --output DIR, or lead it into a file");
        }
    }

    void write(Assessment assessment, Catalog catalog) {
        assessment.messages().forEach(message -> spec.commandLine().getErr().println("Note: " + message));
        spec.commandLine().getErr().flush();
        try {
            if (output.output().isPresent()) {
                Path folder = Files.createDirectories(output.output().get());
                for (Format format : formats) {
                    Path file = folder.resolve(format.fileName());
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        format.write(new ReportInput(assessment, catalog, Version.current(), table(false)), out);
                    }
                    spec.commandLine().getErr().println("Wrote " + file);
                }
            } else {
                OutputStream out = standardOutput();
                formats.getFirst().write(new ReportInput(assessment, catalog, Version.current(), screen()), out);
                out.flush();
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Whether the table goes to standard output, where more may be said after it. */
    boolean tableOnScreen() {
        return output.output().isEmpty() && formats.getFirst().id().equals("table");
    }

    /** How the table looks on standard output. */
    TableOptions screen() {
        return table(ProgressLines.watched());
    }

    /** Prints a blank line and these after the table, in its encoding. */
    void addToTable(List<String> lines) {
        try {
            OutputStream out = standardOutput();
            out.write(("\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private OutputStream standardOutput() {
        spec.commandLine().getOut().flush();
        return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    }

    private static BadInput unwritten(IOException e) {
        return new BadInput(
                "The report cannot be written: " + e.getMessage()
                        + ". The snapshot is kept; try again with: plumbline assess",
                e);
    }

    private TableOptions table(boolean terminal) {
        return new TableOptions(terminal ? columns() : 100, terminal, output.failedOnly());
    }

    private static int columns() {
        try {
            return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "100"));
        } catch (NumberFormatException e) {
            return 100;
        }
    }
}
