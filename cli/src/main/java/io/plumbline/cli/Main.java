package io.plumbline.cli;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** {@code plumbline}: finds the command and turns what goes wrong into one clear message and an exit code. */
@Command(
        name = "plumbline",
        description =
                "Tells a company the truth about its AWS accounts: what is in them, where they are out of true, what to do.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Try it without an AWS account: plumbline demo", "One worked example each: plumbline help COMMAND"
        })
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            DoctorCommand.class,
            ScanCommand.class,
            AssessCommand.class,
            ServeCommand.class,
            FindingsCommand.class,
            ExceptionsCommand.class,
            SnapshotsCommand.class,
            DiffCommand.class,
            AssetsCommand.class,
            StatsCommand.class,
            UnusedCommand.class,
            AccountsCommand.class,
            TrustCommand.class,
            QueryCommand.class,
            TablesCommand.class,
            RulesCommand.class,
            TypesCommand.class,
            FilterCommand.class,
            PermissionsCommand.class,
            CompletionCommand.class,
            VersionCommand.class,
            HelpCommand.class);

    private Main() {}

    /** Starts the program; ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        int code = commandLine(arguments).execute(arguments);
        System.out.flush();
        System.exit(code);
    }

    /** The program with all its commands. */
    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    /** The same with the one command that is called, where that is enough: making all takes a third of a second. */
    static CommandLine commandLine(String... arguments) {
        List<Class<?>> called = COMMANDS.stream()
                .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
                .filter(command -> command != HelpCommand.class && command != CompletionCommand.class)
                .toList();
        return commandLine(called.isEmpty() ? COMMANDS : called);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new Main());
        commands.forEach(line::addSubcommand);
        line.registerConverter(java.time.Instant.class, java.time.Instant::parse);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setDefaultValueProvider(new Settings());
        withHelp(line);
        line.getCommandSpec()
                .version("plumbline " + Version.current())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version.")
                        .build());
        line.setExecutionExceptionHandler((thrown, command, parsed) -> explain(thrown, command));
        line.setParameterExceptionHandler((thrown, arguments) -> {
            PrintWriter err = thrown.getCommandLine().getErr();
            err.println("plumbline: " + thrown.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(thrown, err);
            err.println("See: plumbline help " + thrown.getCommandLine().getCommandName());
            return ExitCode.USAGE;
        });
        return line;
    }

    /** Every command has {@code --help}, as people try it first. */
    private static void withHelp(CommandLine line) {
        if (line.getCommandSpec().findOption("--help") == null) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help.")
                            .build());
        }
        line.getSubcommands().values().forEach(Main::withHelp);
    }

    private static int explain(Exception thrown, CommandLine command) {
        PrintWriter err = command.getErr();
        if (readerIsGone(thrown)) {
            return ExitCode.ERROR;
        }
        if (thrown instanceof BadInput) {
            err.println("plumbline: " + thrown.getMessage());
        } else if (thrown instanceof UncheckedIOException trouble) {
            // The machine's trouble and not a mistake of ours: a full disk, a folder that may not be written.
            err.println("plumbline: " + trouble.getMessage() + " ("
                    + Objects.requireNonNull(trouble.getCause()).getMessage()
                    + "). Make room, or see to the rights there, and try again.");
        } else {
            err.println("plumbline: unexpected trouble: " + thrown);
            err.println(
                    "This is a mistake in Plumbline. Please report it with the lines below; they hold no secrets of yours.");
            for (StackTraceElement element : thrown.getStackTrace()) {
                err.println("    at " + element);
            }
            if (thrown.getCause() != null) {
                err.println("because of " + thrown.getCause());
            }
        }
        return ExitCode.ERROR;
    }

    /** Whether standard output was closed by who reads it, as {@code head} does: nobody is there to be told. */
    private static boolean readerIsGone(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(one -> one instanceof IOException && "Broken pipe".equals(one.getMessage()));
    }
}
