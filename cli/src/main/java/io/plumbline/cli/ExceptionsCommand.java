package io.plumbline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumbline exceptions list|export|import}. */
@Command(
        name = "exceptions",
        description = "List accepted failures, keep them as a file, take them over from a file or from another tool.",
        subcommands = {ExceptionsListCommand.class, ExceptionsExportCommand.class, ExceptionsImportCommand.class},
        synopsisSubcommandLabel = "list|export|import",
        footer = {"", "Example: plumbline exceptions export > exceptions.yaml"})
final class ExceptionsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: plumbline exceptions list, export or import");
    }
}
