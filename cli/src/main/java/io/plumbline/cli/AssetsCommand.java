package io.plumbline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline assets …}. */
@Command(
        name = "assets",
        description = "Find assets, look at one, and see what became of it.",
        subcommands = {AssetsSearchCommand.class, AssetsShowCommand.class, AssetsTimelineCommand.class},
        synopsisSubcommandLabel = "search|show|timeline",
        footer = {"", "Example: plumbline assets search 10.0.3.17"})
final class AssetsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
