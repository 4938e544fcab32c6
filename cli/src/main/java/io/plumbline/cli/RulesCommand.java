package io.plumbline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumbline rules list|show|test|new}. */
@Command(
        name = "rules",
        description = "Look into the catalogue of rules, test them, start a new one.",
        subcommands = {RulesListCommand.class, RulesShowCommand.class, RulesTestCommand.class, RulesNewCommand.class},
        footer = {"", "Example: plumbline rules show iam-root-mfa"})
final class RulesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: plumbline rules list, show, test or new");
    }
}
