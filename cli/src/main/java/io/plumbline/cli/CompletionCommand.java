package io.plumbline.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline completion bash|zsh|fish}. */
@Command(
        name = "completion",
        description = "Print a completion script for a shell.",
        footer = {"", "Example: plumbline completion bash > ~/.local/share/bash-completion/completions/plumbline"})
final class CompletionCommand implements Callable<Integer> {
    /** The shells there are. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        switch (shell) {
            case bash, zsh -> out.print(AutoComplete.bash("plumbline", root));
            case fish -> fish(root, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void fish(CommandLine root, PrintWriter out) {
        root.getSubcommands().forEach((name, command) -> {
            out.printf(
                    "complete -c plumbline -n __fish_use_subcommand -f -a %s -d '%s'%n",
                    name, first(command.getCommandSpec()).replace("'", "\\'"));
            options(name, command, out);
            command.getSubcommands()
                    .forEach((child, spec) -> out.printf(
                            "complete -c plumbline -n '__fish_seen_subcommand_from %s' -f -a %s -d '%s'%n",
                            name, child, first(spec.getCommandSpec()).replace("'", "\\'")));
        });
    }

    private static void options(String name, CommandLine command, PrintWriter out) {
        command.getCommandSpec()
                .options()
                .forEach(option -> out.printf(
                        "complete -c plumbline -n '__fish_seen_subcommand_from %s' -l %s%n",
                        name, option.longestName().replaceFirst("^--", "")));
    }

    private static String first(CommandSpec spec) {
        String[] description = spec.usageMessage().description();
        return description.length == 0 ? "" : description[0];
    }
}
