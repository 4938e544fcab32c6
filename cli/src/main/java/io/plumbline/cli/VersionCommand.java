package io.plumbline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline version}. */
@Command(
        name = "version",
        description = "Print the version, and the Java it runs on.",
        footer = {"", "Example: plumbline version"})
final class VersionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println("plumbline " + Version.current() + " on Java " + Runtime.version());
        return ExitCode.DONE;
    }
}
